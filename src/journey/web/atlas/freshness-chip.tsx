import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { reviewDue } from "../../atlas.ts";
import type { JourneySummary } from "../../model.ts";
import classes from "./atlas.module.css";
import type { AtlasRow } from "./rows.ts";

/** Whether a journey may be believed to be as it is told; why, on hover and focus. */
export function FreshnessChip({ row }: { row: AtlasRow }) {
  const { t } = useTranslation("atlas");
  const why = useWhy();
  const { freshness } = row;
  return (
    <Tooltip label={why(row)} events={{ hover: true, focus: true, touch: true }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what it explains is for the keyboard too */}
      <span className={classes["freshness"]} data-freshness={freshness} tabIndex={0}>
        {t(`freshness.${freshness}`)}
      </span>
    </Tooltip>
  );
}

function useWhy(): (row: AtlasRow) => string {
  const { t } = useTranslation("atlas");
  const format = useFormat();
  return ({ journey, freshness, hasMoved }) => {
    const { reviewedAt } = journey;
    if (reviewedAt === null) return t("whyUnreviewed");
    const days = { day: format.date(reviewedAt), due: dueDay(journey, reviewedAt, format.date) };
    if (freshness === "stale") return t("whyStale", days);
    if (freshness === "fresh") return t("whyFresh", days);
    return t(hasMoved ? "whyMoved" : "whyDue", days);
  };
}

function dueDay({ reviewMonths }: JourneySummary, reviewedAt: string, say: (day: string) => string): string {
  return say(new Date(reviewDue(reviewedAt, reviewMonths)).toISOString());
}
