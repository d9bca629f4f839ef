import { Skeleton } from "@mantine/core";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { GapRelief, MeasureFigure, VolumeFigure } from "#insight/web/index.ts";
import type { Lane, Placement } from "../model.ts";
import { GapRow } from "./gap-row.tsx";
import { LaneHead } from "./lane-head.tsx";
import { useMap } from "./map-context.ts";
import type { MapFigures } from "./map-figures.ts";
import { type Column, noPlacements } from "./map-view.ts";
import mapClasses from "./map.module.css";
import classes from "./measure-rows.module.css";
import { RecoveryRow } from "./recovery-row.tsx";
import { SubHead } from "./sub-head.tsx";
import { useRelief } from "./use-relief.ts";

interface MeasureRowsProps {
  lane: Lane;
  columns: readonly Column[];
  placements: ReadonlyMap<string, readonly Placement[]>;
  figures: MapFigures;
  /** Whether the relief is drawn elsewhere, so that only its figures are written here. */
  hasEmotion: boolean;
}

/** The lane of live measures: scores, volumes, how customers of cases were recovered, then how far each step lies from what is expected of it. */
export const MeasureRows = memo(function MeasureRows(props: MeasureRowsProps) {
  const { lane, columns, placements, figures, hasEmotion } = props;
  const { t } = useTranslation("journey");
  const groups = useMemo(() => new Map(figures.all?.steps.map((group) => [group.id, group])), [figures.all]);
  return (
    <>
      <div role="row" className={mapClasses["row"]} data-kind="measures">
        <LaneHead lane={lane} note={figures.period} />
        {columns.map(({ key, step }, index) => (
          <MeasureCell
            key={key}
            column={index + 1}
            placed={placements.get(step?.id ?? "") ?? noPlacements}
            figures={figures}
          />
        ))}
      </div>
      <div role="row" className={mapClasses["row"]} data-kind="volumes">
        <SubHead name={t("volume")} note={t("volumeWhat")} />
        {columns.map(({ key, step }, index) => (
          <div key={key} role="gridcell" className={mapClasses["cell"]} data-column={index + 1} data-item tabIndex={-1}>
            {figures.isLoading ? (
              <Skeleton height={10} mt={6} />
            ) : (
              step !== null &&
              figures.all !== undefined && <VolumeFigure measure={groups.get(step.id)} most={figures.mostContacts} />
            )}
          </div>
        ))}
      </div>
      <RecoveryRow columns={columns} placements={placements} figures={figures} />
      {!hasEmotion && <ReliefRow {...props} />}
      <GapRow columns={columns} placements={placements} figures={figures} hasEmotion={hasEmotion} />
    </>
  );
});

const MeasureCell = memo(function MeasureCell({
  column,
  placed,
  figures,
}: {
  column: number;
  placed: readonly Placement[];
  figures: MapFigures;
}) {
  const { t } = useTranslation("journey");
  const { openTouchpoint } = useMap();
  return (
    <div
      role="gridcell"
      className={mapClasses["cell"]}
      data-column={column}
      {...(placed.length === 0 ? { "data-item": true, tabIndex: -1 } : {})}
    >
      {placed.map((placement) => {
        if (figures.isLoading) return <Skeleton key={placement.id} height={34} my={4} />;
        const touchpoint = figures.touchpoint(placement.touchpointId);
        return (
          <MeasureFigure
            key={placement.id}
            measure={figures.measures.get(placement.id)}
            name={touchpoint?.name ?? t("removedTouchpoint")}
            showsName={placed.length > 1}
            expectation={placement.expectation}
            before={figures.before}
            onOpen={() => openTouchpoint(placement.id)}
          />
        );
      })}
    </div>
  );
});

function ReliefRow({ columns, placements, figures }: MeasureRowsProps) {
  const { t } = useTranslation("journey");
  const points = useRelief(columns, placements, figures);
  const steps = columns.map(({ key, step }) => ({ id: step?.id ?? key, name: step?.name ?? "" }));
  if (points.every((point) => point === null)) return null;
  return (
    <div role="row" className={mapClasses["row"]} data-kind="relief">
      <SubHead name={t("relief")} note={t("reliefWhat")} />
      <div
        role="gridcell"
        aria-colspan={columns.length}
        className={classes["relief"]}
        data-column={1}
        data-span={columns.length}
        data-item
        tabIndex={-1}
      >
        <GapRelief steps={steps} points={points} />
      </div>
    </div>
  );
}
