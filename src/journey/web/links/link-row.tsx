import { type KeyboardEvent, memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { setCycle } from "../../edit.ts";
import { type LinkArc, linkArcs } from "../../links.ts";
import type { Link, LinkKind } from "../../model.ts";
import { useMap } from "../map-context.ts";
import type { Column } from "../map-view.ts";
import headClasses from "../heads.module.css";
import mapClasses from "../map.module.css";
import { LinkButton } from "./link-button.tsx";
import classes from "./links.module.css";

interface LinkRowProps {
  columns: readonly Column[];
  links: readonly Link[];
  isCycle: boolean;
  /** Whether a line of touchpoints shows the break points. */
  hasLine: boolean;
}

/** The links between steps as arcs over their heads; not there while nothing is linked. */
export const LinkRow = memo(function LinkRow({ columns, links, isCycle, hasLine }: LinkRowProps) {
  const { t } = useTranslation("links");
  const arcs = useMemo(
    () => linkArcs(links, columnsByStep(columns), { isCycle, hasLine }),
    [columns, links, isCycle, hasLine],
  );
  if (arcs.length === 0) return null;
  const levels = 1 + Math.max(...arcs.map(({ level }) => level));
  return (
    <div
      role="row"
      className={mapClasses["row"]}
      data-kind="links"
      style={{ "--levels": levels } as React.CSSProperties}
    >
      <div role="rowheader" className={headClasses["corner"]}>
        {t("title")}
      </div>
      <div
        role="gridcell"
        aria-colspan={columns.length}
        className={classes["arcs"]}
        data-column={1}
        data-span={columns.length}
      >
        {arcs.map((arc) => (
          <Arc key={arc.link?.id ?? "cycle"} arc={arc} columns={columns} />
        ))}
      </div>
    </div>
  );
});

function Arc({ arc, columns }: { arc: LinkArc; columns: readonly Column[] }) {
  const { link, from, to, level } = arc;
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const style = { "--first": first + 1, "--reach": last - first, "--level": level } as React.CSSProperties;
  const kind: LinkKind | "cycle" = link?.kind ?? "cycle";
  return (
    <div className={classes["arc"]} style={style} data-kind={kind} data-back={to < from}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        <path className={classes["over"]} d="M0 100C0 30 6 10 16 10H84C94 10 100 30 100 100" />
        <path className={classes["aside"]} d="M100 0C30 0 10 6 10 16V84C10 94 30 100 100 100" />
      </svg>
      <i className={classes["arrow"]} aria-hidden />
      {link === null ? (
        <CycleButton from={columns[from]?.step?.name ?? ""} to={columns[to]?.step?.name ?? ""} />
      ) : (
        <LinkButton link={link} />
      )}
    </div>
  );
}

/** The closing link of a cycle, which is opened again where it is read. */
function CycleButton({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation("links");
  const { editor, offerUndo } = useMap();
  const open = () => {
    if (editor?.change((doc) => setCycle(doc, false)) === true) offerUndo(t("cycleOpened"));
  };
  const shared = {
    className: classes["label"],
    "data-item": true,
    tabIndex: -1,
    "aria-label": t("cycleSaid", { from, to }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    event.stopPropagation();
    open();
  };
  return (
    <span className={classes["holder"]}>
      {editor === null ? (
        <span {...shared} role="note">
          ↻ {t("cycle")}
        </span>
      ) : (
        <button type="button" {...shared} onClick={open} onKeyDown={onKeyDown}>
          ↻ {t("cycle")}
        </button>
      )}
    </span>
  );
}

/** The column of each step. */
export function columnsByStep(columns: readonly Column[]): ReadonlyMap<string, number> {
  return new Map(columns.flatMap(({ step }, index) => (step === null ? [] : [[step.id, index]])));
}
