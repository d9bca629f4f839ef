import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { indicativeBelow } from "#insight/scores.ts";
import type { Placement } from "../model.ts";
import type { MapFigures } from "./map-figures.ts";
import type { Column } from "./map-view.ts";
import mapClasses from "./map.module.css";
import classes from "./measure-rows.module.css";
import { type Recovered, recoveredAt } from "./recovered.ts";
import { SubHead } from "./sub-head.tsx";

interface RecoveryRowProps {
  columns: readonly Column[];
  placements: ReadonlyMap<string, readonly Placement[]>;
  figures: MapFigures;
}

/** Whether customers of cases at each touchpoint say that it is solved; no row where none of the map's was asked. */
export const RecoveryRow = memo(function RecoveryRow({ columns, placements, figures }: RecoveryRowProps) {
  const { t } = useTranslation("journey");
  const cells = recoveredAt(columns, placements, figures);
  if (cells.every((cell) => cell.length === 0)) return null;
  return (
    <div role="row" className={mapClasses["row"]} data-kind="recovery">
      <SubHead name={t("recovery")} note={t("recoveryWhat")} />
      {columns.map(({ key }, index) => (
        <div key={key} role="gridcell" className={mapClasses["cell"]} data-column={index + 1} data-item tabIndex={-1}>
          {cells[index]?.map((recovered) => (
            <RecoveryRate key={recovered.placementId} {...recovered} />
          ))}
        </div>
      ))}
    </div>
  );
});

function RecoveryRate({ name, recovery: { asked, solved } }: Recovered) {
  const { t } = useTranslation("journey");
  const format = useFormat();
  const { value, low, high, n } = solved;
  const share = (part: number) => format.number(100 * part, 0);
  return (
    <span className={classes["figure"]}>
      {name !== null && (
        <small className={classes["of"]} title={name}>
          {name}
        </small>
      )}
      <b>{value === null ? "—" : format.percent(value)}</b>{" "}
      {t("recoverySaid", { n: format.number(n), asked: format.number(asked) })}
      {low !== null && high !== null && <small>{t("recoveryRange", { low: share(low), high: share(high) })}</small>}
      {n < indicativeBelow && <small>{t(value === null ? "recoveryTooFew" : "recoveryIndicative")}</small>}
    </span>
  );
}
