import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { Case } from "../../cases/model.ts";
import { scales } from "../../model.ts";

/** The score that somebody gave, on its scale. */
export function ScoreMark({ metric, score }: Pick<NonNullable<Case["answer"]>, "metric" | "score">) {
  const { t } = useTranslation("cases");
  const { t: voice } = useTranslation("voice");
  const format = useFormat();
  if (score === null) return null;
  return (
    <b className="num">
      {voice(`asked.${metric}`)}{" "}
      {metric === "yesNo" ? t(score === 1 ? "yes" : "no") : `${format.number(score)}/${scales[metric].max}`}
    </b>
  );
}
