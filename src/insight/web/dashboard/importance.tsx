import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { DerivedImportance } from "../../dashboard/drivers.ts";
import type { BoardTouchpoint, Dashboard } from "../../dashboard/model.ts";
import { importanceQuery, type MeasureView } from "../queries.ts";
import { useMetricName } from "../use-metric-name.ts";
import classes from "./dashboard.module.css";
import { FigureCard } from "./figure-card.tsx";
import { MatrixPlot } from "./matrix-plot.tsx";
import { matrixPoints } from "./matrix.ts";
import { useDashboardSearch } from "./search.ts";
import { useScoreCells, useScoreColumns } from "./sheets.ts";

interface ImportanceProps {
  board: Dashboard;
  view: MeasureView;
  onOpenTouchpoint: (key: string) => void;
}

/** The importance–performance matrix: importance said on the map, or derived from what the same people answered elsewhere. */
export function Importance({ board, view, onOpenTouchpoint }: ImportanceProps) {
  const { t } = useTranslation("dashboard");
  const [{ target }] = useDashboardSearch();
  const derived = useQuery(importanceQuery(board.journeyId, view, target));
  const isDerived = target !== undefined;
  const points = matrixPoints(board.touchpoints, isDerived ? (derived.data ?? null) : null);
  const columns = useScoreColumns();
  const cells = useScoreCells();
  const sheet = {
    columns: [
      t("touchpoint"),
      t(isDerived ? "axisDerived" : "importance"),
      t("importanceLow"),
      t("importanceHigh"),
      t("place"),
      ...columns,
    ],
    rows: points.map(({ name, importance, place, score }) => [
      name,
      importance.value,
      importance.low,
      importance.high,
      place.value,
      ...cells(score),
    ]),
  };
  const isWaiting = isDerived && derived.isPending;
  return (
    <FigureCard id="importance" title={t("matrix")} note={<Choice board={board} />} sheet={sheet} isDrawn>
      {isWaiting && <Loading rows={4} />}
      {isDerived && derived.isError && <ErrorState error={derived.error} retry={() => void derived.refetch()} />}
      {isDerived && derived.isSuccess && <DerivedNote derived={derived.data} board={board} />}
      {!isDerived && points.length === 0 && <p>{t("nothingStated")}</p>}
      {!isWaiting && points.length > 0 && (
        <MatrixPlot points={points} isDerived={isDerived} onOpen={onOpenTouchpoint} />
      )}
    </FigureCard>
  );
}

/** Where importance comes from, and of which score. */
function Choice({ board }: { board: Dashboard }) {
  const { t } = useTranslation("dashboard");
  const metricName = useMetricName();
  const [{ target }, show] = useDashboardSearch();
  const targets = targetsOf(board.touchpoints);
  return (
    <>
      <p>{t("matrixNote")}</p>
      <span className={classes["picking"]}>
        <SegmentedControl
          size="xs"
          aria-label={t("importanceFrom")}
          value={target === undefined ? "stated" : "derived"}
          data={[
            { value: "stated", label: t("stated") },
            { value: "derived", label: t("derived"), disabled: targets.length === 0 },
          ]}
          onChange={(from) => show({ target: from === "derived" ? targets[0]?.key : undefined })}
        />
        {target !== undefined && (
          <NativeSelect
            size="xs"
            aria-label={t("targetLabel")}
            value={target}
            data={targets.map(({ key, name, score }) => ({
              value: key,
              label: score === null ? name : `${name} · ${metricName(score.metric)}`,
            }))}
            onChange={(event) => show({ target: event.currentTarget.value })}
          />
        )}
      </span>
    </>
  );
}

/** What speaks for the whole comes first: recommendation, then the most answers. */
function targetsOf(touchpoints: readonly BoardTouchpoint[]): BoardTouchpoint[] {
  const isNps = ({ score }: BoardTouchpoint) => Number(score?.metric === "nps");
  return touchpoints
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => isNps(b) - isNps(a) || (b.score?.n ?? 0) - (a.score?.n ?? 0));
}

/** How sure the derived shares are, or why there are none. */
function DerivedNote({ derived, board }: { derived: DerivedImportance; board: Dashboard }) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const nameOf = (key: string | null) => board.touchpoints.find((one) => one.key === key)?.name ?? "";
  const { n, r2, method, refused, refusedKey, leftOut } = derived;
  return (
    <div className={classes["note"]}>
      {refused !== null && <p>{t(`refused.${refused}`, { name: nameOf(refusedKey) })}</p>}
      {method !== null && r2 !== null && (
        <p>
          {t("derivedNote", { count: n, n: format.number(n), r2: format.number(r2, 2), method: t(`method.${method}`) })}
        </p>
      )}
      {leftOut.length > 0 && <p>{t("leftOut", { names: format.list(leftOut.map(nameOf)) })}</p>}
    </div>
  );
}
