import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { EmptyState } from "#ui/empty-state.tsx";
import { Loading } from "#ui/loading.tsx";
import type { Placement } from "../../model.ts";
import { useMapView, useScreen } from "../screen-context.ts";
import { matrixOf } from "./matrix.ts";
import chart from "./matrix.module.css";
import { MatrixChart } from "./matrix-chart.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { usePlacementName } from "./use-placement-name.ts";
import classes from "./views.module.css";

/** Importance against performance: what matters and falls short is at the upper left. */
export function MatrixView() {
  const { t } = useTranslation("views");
  const { figures } = useScreen();
  const view = useMapView();
  const [isTable, setIsTable] = useState(false);
  const matrix = useMemo(
    () => matrixOf([...view.placements.values()].flat(), figures.measures),
    [view.placements, figures.measures],
  );
  return (
    <section className={classes["page"]}>
      <div className={table["tools"]}>
        <p className={classes["lead"]}>
          {t("matrixWhat")} {figures.period !== "" && t("period", { period: figures.period })}
        </p>
        <SegmentedControl
          size="xs"
          aria-label={t("drawnAs")}
          value={isTable ? "table" : "chart"}
          data={[
            { value: "chart", label: t("asChart") },
            { value: "table", label: t("asTable") },
          ]}
          onChange={(value) => setIsTable(value === "table")}
        />
      </div>
      {figures.isLoading ? (
        <Loading rows={6} />
      ) : matrix.points.length === 0 ? (
        <EmptyState title={t("matrixEmpty")}>{t("matrixEmptyText")}</EmptyState>
      ) : isTable ? (
        <MatrixTable points={matrix.points} />
      ) : (
        <MatrixChart points={matrix.points} />
      )}
      <LeftOut title={t("unsaid", { count: matrix.unsaid.length })} placements={matrix.unsaid} />
      {!figures.isLoading && (
        <LeftOut title={t("unmeasured", { count: matrix.unmeasured.length })} placements={matrix.unmeasured} />
      )}
    </section>
  );
}

function LeftOut({ title, placements }: { title: string; placements: readonly Placement[] }) {
  if (placements.length === 0) return null;
  return (
    <details className={chart["leftOut"]}>
      <summary>{title}</summary>
      <ul>
        {placements.map((placement) => (
          <LeftOutItem key={placement.id} placement={placement} />
        ))}
      </ul>
    </details>
  );
}

function LeftOutItem({ placement }: { placement: Placement }) {
  const { show } = useScreen();
  const name = usePlacementName()(placement);
  return (
    <li>
      <button type="button" onClick={() => show({ touchpoint: placement.id, panel: undefined })}>
        {name}
      </button>
    </li>
  );
}
