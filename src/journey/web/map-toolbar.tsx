import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FilterPicker, PeriodPicker } from "#insight/web/index.ts";
import { Afterwards } from "#ui/afterwards.tsx";
import { useMay } from "#workspace/web/index.ts";
import { CommentsChip } from "./comments/comments-chip.tsx";
import { ViewPicker } from "./journey-view.tsx";
import classes from "./screen.module.css";
import type { ScreenSearch } from "./screen-context.ts";
import type { ShownMeasures } from "./use-figures.ts";
import { WarningsChip } from "./warnings/warnings-panel.tsx";

interface MapToolbarProps {
  measures: ShownMeasures;
  search: ScreenSearch;
  show: (change: ScreenSearch) => void;
  splitPicker: ReactNode;
  isCovered: boolean;
}

/** Over the map: which view of it, of which measures, and what there is to look through. */
export function MapToolbar({ measures, search, show, splitPicker, isCovered }: MapToolbarProps) {
  const { t } = useTranslation("journey");
  const { figures, view, facets } = measures;
  return (
    <div className={classes["toolbar"]} role="group" aria-label={t("lane.measure")} inert={isCovered}>
      <ViewPicker />
      {view !== null && typeof facets?.firstDay === "string" && facets.lastDay !== null && (
        <PeriodPicker
          firstDay={facets.firstDay}
          lastDay={facets.lastDay}
          period={view}
          before={figures.all?.before ?? null}
          onChange={show}
        />
      )}
      {view !== null && splitPicker}
      {view !== null && (
        <FilterPicker
          properties={facets?.properties ?? []}
          filter={search.filter ?? []}
          onChange={(filter) => show({ filter: filter.length === 0 ? undefined : filter })}
        />
      )}
      <Afterwards>
        <WarningsChip />
        <CommentsChip />
      </Afterwards>
      <Note measures={measures} />
    </div>
  );
}

/** That the figures on screen could not be renewed, and what the reader may do with the map. */
function Note({ measures: { figures, error, retry } }: Pick<MapToolbarProps, "measures">) {
  const { t } = useTranslation("journey");
  const isEditor = useMay("journey:edit");
  const mayContribute = useMay("journey:contribute");
  return (
    <span className={classes["note"]}>
      {error !== null && figures.all !== undefined && (
        <>
          {t("measuresFailed")}{" "}
          <button type="button" onClick={retry}>
            {t("retry")}
          </button>
        </>
      )}
      {!isEditor && t(mayContribute ? "contributorHint" : "readOnly")}
    </span>
  );
}
