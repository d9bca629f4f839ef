import { useTranslation } from "react-i18next";
import { type Asked, scales } from "../../model.ts";
import { leanOf } from "../../text/lean.ts";
import classes from "./alerts.module.css";

/** A raw score on its scale, coloured by its usual reading. */
export function ScoreChip({ metric, score }: { metric: Asked; score: number | null }) {
  const { t } = useTranslation("voice");
  return (
    <span className={classes["score"]} data-lean={score === null ? "neutral" : leanOf(metric, score)}>
      <strong>
        {score ?? "—"}
        <small>/{scales[metric].max}</small>
      </strong>
      {t(`asked.${metric}`)}
    </span>
  );
}
