import { Button } from "@mantine/core";
import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ToCopy } from "#ui/to-copy.tsx";
import type { SurveySummary } from "../../model.ts";
import classes from "./ways.module.css";

/** The address of the page for a tablet, and how to set it up. */
export function OnKiosk({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation("collect");
  const url = `${survey.url}/kiosk`;
  return (
    <section className={classes["way"]}>
      <p className="soft">{t("kiosk.text")}</p>
      <ToCopy label={t("kiosk.address")} text={url} hidesLabel />
      <ol className={classes["steps"]}>
        <li>{t("kiosk.open")}</li>
        <li>{t("kiosk.away")}</li>
        <li>{t("kiosk.waiting")}</li>
      </ol>
      <Button
        component="a"
        href={url}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<ExternalLink size={15} aria-hidden />}
      >
        {t("kiosk.try")}
      </Button>
    </section>
  );
}
