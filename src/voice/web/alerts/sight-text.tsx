import type { Sight } from "../../alerts/model.ts";
import classes from "./alerts.module.css";
import { useSaySight } from "./use-say-sight.ts";

/** What a rule saw over time, with what it rests on. */
export function SightText({ sight }: { sight: Sight }) {
  const { finding, grounds } = useSaySight()(sight);
  return (
    <p className={classes["sight"]}>
      <strong>{finding}</strong>
      <span className="soft">{grounds}</span>
    </p>
  );
}
