import { NativeSelect } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { InlineText } from "#ui/inline-text.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { holdsCards } from "../../document.ts";
import { refOf } from "../item.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import { useMapView, useScreen } from "../screen-context.ts";
import { type Sort, type SortKey, type TableRow, chosenRows, priorityOf, tableRows } from "./table-rows.ts";
import classes from "./views.module.css";

/** Rows drawn at once; a map may hold ten thousand cards. */
const page = 200;

/** Every card of the map in one table, to search, sort and write. */
export function TableView() {
  const { t } = useTranslation("views");
  const format = useFormat();
  const laneName = useLaneName();
  const view = useMapView();
  const [text, setText] = useState("");
  const [laneId, setLaneId] = useState<string | null>(null);
  const [stageId, setStageId] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort>({ by: "place", isDescending: false });
  const [shown, setShown] = useState(page);
  const wanted = useDeferredValue(text);
  const rows = useMemo(() => tableRows(view), [view]);
  const chosen = useMemo(
    () => chosenRows(rows, { text: wanted, laneId, stageId }, sort, laneName),
    [rows, wanted, laneId, stageId, sort, laneName],
  );
  const has = columnsIn(rows);
  const head = (by: SortKey, label: string) => <SortHead by={by} label={label} sort={sort} onSort={setSort} />;
  return (
    <section className={classes["page"]}>
      <div className={table["tools"]}>
        <SearchField className={table["grow"] ?? ""} label={t("search")} value={text} onChange={setText} />
        <NativeSelect
          aria-label={t("stage")}
          value={stageId ?? ""}
          data={[
            { value: "", label: t("allStages") },
            ...view.stages.map(({ id, name }) => ({ value: id, label: name === "" ? t("unnamed") : name })),
          ]}
          onChange={(event) => setStageId(event.currentTarget.value || null)}
        />
        <NativeSelect
          aria-label={t("lane")}
          value={laneId ?? ""}
          data={[
            { value: "", label: t("allLanes") },
            ...view.lanes
              .filter(({ kind }) => holdsCards(kind))
              .map((lane) => ({ value: lane.id, label: laneName(lane) })),
          ]}
          onChange={(event) => setLaneId(event.currentTarget.value || null)}
        />
        <span className={classes["count"]} role="status">
          {t("cards", { count: chosen.length, of: format.number(chosen.length) })}
        </span>
      </div>
      <TableScroll label={t("table")}>
        <table className={table["table"]} data-edit>
          <thead>
            <tr>
              {head("place", t("step"))}
              {head("lane", t("lane"))}
              {head("text", t("text"))}
              {has.severity && head("severity", t("severity"))}
              {has.frequency && head("frequency", t("frequency"))}
              {has.priority && head("priority", t("priority"))}
              {has.tags && <th>{t("tags")}</th>}
              {has.evidence && <th>{t("evidence")}</th>}
              <th>
                <span className={classes["hidden"]}>{t("open")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {chosen.slice(0, shown).map((row) => (
              <CardRow key={row.card.id} row={row} laneName={laneName(row.lane)} has={has} />
            ))}
          </tbody>
        </table>
        {chosen.length === 0 && <p className={table["none"]}>{t(rows.length === 0 ? "noCards" : "noMatch")}</p>}
      </TableScroll>
      {chosen.length > shown && (
        <button type="button" className={classes["more"]} onClick={() => setShown(shown + page)}>
          {t("showMore", { count: chosen.length - shown })}
        </button>
      )}
    </section>
  );
}

type Columns = Record<"severity" | "frequency" | "priority" | "tags" | "evidence", boolean>;

/** What is said nowhere needs no column. */
function columnsIn(rows: readonly TableRow[]): Columns {
  return {
    severity: rows.some(({ card }) => card.severity !== null),
    frequency: rows.some(({ card }) => card.frequency !== null),
    priority: rows.some(({ card }) => priorityOf(card) !== null),
    tags: rows.some(({ card }) => card.tags.length > 0),
    evidence: rows.some(({ card }) => card.evidence !== ""),
  };
}

function CardRow({ row, laneName, has }: { row: TableRow; laneName: string; has: Columns }) {
  const { card, stage, step, lane } = row;
  const { t } = useTranslation("views");
  const format = useFormat();
  const { editor } = useMap();
  const { show } = useScreen();
  const priority = priorityOf(card);
  return (
    <tr>
      <td className={classes["where"]}>
        {step.name === "" ? t("unnamed") : step.name}
        <small>{stage.name}</small>
      </td>
      <td>{laneName}</td>
      <td className={classes["wide"]}>
        <InlineText
          value={card.text}
          label={t("textOf", { step: step.name, lane: laneName })}
          maxLength={4000}
          readOnly={editor === null || lane.isLocked}
          onSave={(text) => editor?.write({ kind: "card", id: card.id }, text)}
        />
      </td>
      {has.severity && <td className={table["number"]}>{level(card.severity)}</td>}
      {has.frequency && <td className={table["number"]}>{level(card.frequency)}</td>}
      {has.priority && <td className={table["number"]}>{priority === null ? "" : format.number(priority, 1)}</td>}
      {has.tags && <td>{card.tags.join(", ")}</td>}
      {has.evidence && (
        <td className={classes["evidence"]} title={card.evidence}>
          {card.evidence}
        </td>
      )}
      <td>
        <button
          type="button"
          className={classes["open"]}
          aria-label={t("openCard", { text: card.text })}
          onClick={() => show({ panel: "card", item: refOf("card", card.id), touchpoint: undefined })}
        >
          {t("open")}
        </button>
      </td>
    </tr>
  );
}

function level(value: number | null): string {
  return value === null ? "" : `${value}/5`;
}

interface SortHeadProps {
  by: SortKey;
  label: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function SortHead({ by, label, sort, onSort }: SortHeadProps) {
  const isCurrent = sort.by === by;
  const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
  return (
    <th aria-sort={isCurrent ? (sort.isDescending ? "descending" : "ascending") : "none"}>
      <button
        type="button"
        className={classes["sort"]}
        onClick={() => onSort({ by, isDescending: isCurrent && !sort.isDescending })}
      >
        {label}
        {isCurrent && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  );
}
