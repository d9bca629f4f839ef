import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { urlOf } from "#ui/call.ts";
import { ToCopy } from "#ui/to-copy.tsx";
import { surveyPoster, surveyQr } from "../../api.ts";
import type { SurveySummary } from "../../model.ts";
import { posterGapsQuery } from "../queries.ts";
import { OpenPage } from "./open-page.tsx";
import classes from "./ways.module.css";

/** The address of a survey, as letters and as a QR code. */
export function ByLink({ survey }: { survey: SurveySummary }) {
  const { t, i18n } = useTranslation("voice");
  const { t: own } = useTranslation("collect");
  const locale = i18n.language === "fr" ? "fr" : "en";
  const leftOut = useQuery(posterGapsQuery(survey, locale)).data?.leftOut ?? [];
  const qr = urlOf(surveyQr.path, { surveyId: survey.id });
  return (
    <div className={classes["linkAndQr"]}>
      <section className={classes["way"]}>
        <h3>{t("byLink")}</h3>
        <p className="soft">{t("byLinkText")}</p>
        <ToCopy label={t("link")} text={survey.url} hidesLabel />
        <OpenPage href={survey.url}>{t("open")}</OpenPage>
      </section>
      <section className={classes["way"]}>
        <h3>{t("byQr")}</h3>
        <p className="soft">{t("byQrText")}</p>
        <img className={classes["qr"]} src={qr} alt={t("qrOf", { name: survey.name })} width={176} height={176} />
        <Button
          component="a"
          href={qr}
          download={`${survey.name}.svg`}
          variant="default"
          leftSection={<Download size={15} aria-hidden />}
        >
          {t("downloadQr")}
        </Button>
        {leftOut.length > 0 && (
          <p className={classes["local"]}>{leftOut.map((part) => own(`posterWithout.${part}`)).join(" ")}</p>
        )}
        {(["a4", "a5"] as const).map((size) => (
          <Button
            key={size}
            component="a"
            href={urlOf(surveyPoster.path, { surveyId: survey.id }, { size, locale })}
            download={`${survey.name}.pdf`}
            variant="default"
            leftSection={<Download size={15} aria-hidden />}
          >
            {own("poster", { size: size.toUpperCase() })}
          </Button>
        ))}
      </section>
    </div>
  );
}
