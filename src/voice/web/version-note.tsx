import { hashKey } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { SurveyContent, SurveySummary } from "../model.ts";
import { comparable } from "../rules.ts";
import classes from "./survey-form.module.css";

/** Changing what has been answered is a new version: what of its scores can still be compared with those there are. */
export function VersionNote({ survey, content }: { survey: SurveySummary; content: SurveyContent }) {
  const { t } = useTranslation("voice");
  const format = useFormat();
  const answered = survey.answers + survey.partial + survey.suspicious;
  if (answered === 0 || hashKey([content]) === hashKey([survey.content])) return null;
  const { isComparable, reasons } = comparable(survey.content, content);
  const what = reasons.map((reason) => t(`reason.${reason as "wording"}`));
  return (
    <p className={classes["version"]} role="status">
      {t("newVersion", { count: answered, n: format.number(answered), version: survey.version + 1 })}{" "}
      {!isComparable
        ? t("notComparable", { what: format.list(what) })
        : what.length > 0
          ? t("comparableBut", { what: format.list(what) })
          : t("comparable")}
    </p>
  );
}
