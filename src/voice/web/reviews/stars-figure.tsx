import { useTranslation } from "react-i18next";
import type { Score } from "#insight/model.ts";
import { IntervalRuler } from "#ui/interval-ruler.tsx";
import { useFormat } from "#ui/use-format.ts";
import classes from "./reviews.module.css";

/** The mean of stars with its interval and how many they are; or that they are too few to say. */
export function StarsFigure({ stars: { value, low, high, n, trust } }: { stars: Score }) {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const count = t("n", { count: n, n: format.number(n) });
  if (value === null || low === null || high === null)
    return (
      <span className={classes["figure"]}>
        <b>—</b> <small>{t("tooFew", { n: count })}</small>
      </span>
    );
  return (
    <span className={classes["figure"]}>
      <b>{format.number(value, 1)}</b> <small>★ ±{format.number((high - low) / 2, 1)}</small>
      <IntervalRuler value={value} low={Math.max(1, low)} high={Math.min(5, high)} min={1} max={5} />
      <small>
        {count}
        {trust === "indicative" && ` · ${t("indicative")}`}
      </small>
    </span>
  );
}
