import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { type JourneyMeasures, type Priority, figureOf } from "../model.ts";
import classes from "./priority-list.module.css";
import { useScoreFormat } from "./use-score-format.ts";

const shownAtFirst = 4;

interface PriorityListProps {
  measures: JourneyMeasures;
  /** The placement open in the panel. */
  current: string | undefined;
  onOpen: (placementId: string) => void;
}

/** «Where to act first»: the factors of each touchpoint below its expectation, and only then their product. */
export function PriorityList({ measures, current, onOpen }: PriorityListProps) {
  const { t } = useTranslation("insight");
  const [showsAll, setShowsAll] = useState(false);
  const below = measures.priorities.filter(({ product }) => product > 0);
  const shown = showsAll ? below : below.slice(0, shownAtFirst);
  const stepOf = ({ key, placementId }: Priority) =>
    below.filter((other) => other.key === key).length > 1
      ? measures.touchpoints.find((touchpoint) => touchpoint.placementId === placementId)?.step
      : undefined;
  return (
    <section className={classes["list"]} aria-labelledby="priorities">
      <h2 id="priorities">{t("priorities")}</h2>
      <p>{t("prioritiesWhat")}</p>
      {below.length === 0 && (
        <p className={classes["none"]}>{t(measures.priorities.length === 0 ? "nothingRanked" : "nothingBelow")}</p>
      )}
      <ol>
        {shown.map((priority, index) => (
          <li key={priority.placementId}>
            <PriorityItem
              priority={priority}
              rank={index + 1}
              step={stepOf(priority)}
              isCurrent={priority.placementId === current}
              onOpen={() => onOpen(priority.placementId)}
            />
          </li>
        ))}
      </ol>
      {below.length > shown.length && (
        <Button variant="subtle" size="compact-sm" ml={-8} px={8} onClick={() => setShowsAll(true)}>
          {t("showAll", { count: below.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

interface PriorityItemProps {
  priority: Priority;
  rank: number;
  /** Said where the same touchpoint is on the list more than once. */
  step: string | undefined;
  isCurrent: boolean;
  onOpen: () => void;
}

function PriorityItem({ priority, rank, step, isCurrent, onOpen }: PriorityItemProps) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  const { metric } = priority;
  const gap = scores.difference(metric, -priority.gap);
  return (
    <button type="button" className={classes["item"]} aria-current={isCurrent} onClick={onOpen}>
      <span className={classes["head"]}>
        <span className={classes["rank"]}>{rank}</span>
        <span className={classes["name"]}>
          {priority.name}
          {step !== undefined && <small>{step}</small>}
        </span>
        <span className={classes["score"]}>
          {metric === "stars" ? "★" : t(`metric.${metric}`)} {scores.value(metric, priority.value)}
        </span>
      </span>
      <Factor
        name={t("importance")}
        share={priority.importance / 5}
        value={t(priority.importanceAssumed ? "importanceAssumed" : "importanceOf", { n: priority.importance })}
        assumed={priority.importanceAssumed ? t("importanceAssumedWhy") : undefined}
      />
      <Factor
        name={t("gap")}
        share={priority.gapShare}
        value={figureOf[metric] === "mean" ? gap : t("points", { n: gap })}
      />
      <Factor name={t("touched")} share={priority.peopleShare} value={format.number(priority.people)} />
      <span className={classes["product"]}>
        {t("product", { value: format.number(priority.product, 2) })} ·{" "}
        {priority.trust === "indicative"
          ? t("indicativeRank", { n: priority.n })
          : t("n", { n: format.number(priority.n) })}
      </span>
    </button>
  );
}

interface FactorProps {
  name: string;
  /** Of the largest on the list, 0–1. */
  share: number;
  value: string;
  /** Why the value is assumed, where nobody has said it. */
  assumed?: string | undefined;
}

function Factor({ name, share, value, assumed }: FactorProps) {
  return (
    <span className={classes["factor"]} title={assumed}>
      <span>{name}</span>
      <span className={classes["bar"]} aria-hidden>
        <i data-assumed={assumed !== undefined} style={{ width: `${100 * share}%` }} />
      </span>
      <span className={classes["figure"]}>{value}</span>
    </span>
  );
}
