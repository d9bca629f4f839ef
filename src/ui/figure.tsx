import { useTranslation } from "react-i18next";
import classes from "./figure.module.css";
import { useFormat } from "./use-format.ts";

interface FigureProps {
  /** Already formatted, with its unit; null when there are too few answers to show it. */
  value: string | null;
  /** What it measures: NPS, CSAT … */
  label: string;
  n: number;
  /** Already formatted bounds of the 95 % interval. */
  interval?: { low: string; high: string; half: string } | undefined;
  trust: "hidden" | "indicative" | "wide" | "firm";
}

/** A number that is never naked: its unit, its n, its interval and how far to trust it. */
export function Figure({ value, label, n, interval, trust }: FigureProps) {
  const { t } = useTranslation("ui");
  const format = useFormat();
  return (
    <div className={classes["figure"]}>
      <div>
        <span className={classes["label"]}>{label}</span> <b className={classes["value"]}>{value ?? "—"}</b>
      </div>
      <div className="num">
        {interval !== undefined && <span title={t("interval", interval)}>±{interval.half} · </span>}
        {t("answers", { n: format.number(n) })}
        {(trust === "hidden" || trust === "indicative") && <> · {t(`trust.${trust}`)}</>}
      </div>
    </div>
  );
}
