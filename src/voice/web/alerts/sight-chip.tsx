import { BellOff, TrendingDown } from "lucide-react";
import type { Sight } from "../../alerts/model.ts";
import classes from "./alerts.module.css";

/** Stands where the score of an answer would. */
export function SightChip({ sight }: { sight: Sight }) {
  return (
    <span className={classes["score"]} data-lean={sight.kind === "drop" ? "negative" : "neutral"} aria-hidden>
      {sight.kind === "drop" ? <TrendingDown size={20} /> : <BellOff size={20} />}
    </span>
  );
}
