import { useTranslation } from "react-i18next";
import { ToCopy } from "#ui/to-copy.tsx";
import type { SurveySummary } from "../../model.ts";
import { OpenPage } from "./open-page.tsx";
import { isThisMachine } from "./this-machine.ts";
import classes from "./ways.module.css";

/** The address of the page for a tablet, and how to set it up. */
export function OnKiosk({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation("collect");
  const url = `${survey.url}/kiosk`;
  // Browsers keep pages and answers for https and for the machine itself only.
  const keepsNothing = url.startsWith("http:") && !isThisMachine(url);
  return (
    <section className={classes["way"]}>
      <p className="soft">{t("kiosk.text")}</p>
      {keepsNothing && <p className={classes["local"]}>{t("kiosk.http")}</p>}
      <ToCopy label={t("kiosk.address")} text={url} hidesLabel />
      <ol className={classes["steps"]}>
        <li>{t("kiosk.open")}</li>
        <li>{t("kiosk.away")}</li>
        <li>{t("kiosk.waiting")}</li>
      </ol>
      <OpenPage href={url}>{t("kiosk.try")}</OpenPage>
    </section>
  );
}
