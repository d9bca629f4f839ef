import { SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import table from "#ui/data-table.module.css";
import { Loading } from "#ui/loading.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { type PreviewedEvent, type PreviewedRow, previewImport } from "../api.ts";
import type { Import, Mapping } from "../model.ts";
import { MappingError } from "./mapping-error.tsx";
import classes from "./preview-table.module.css";
import { RowProblem } from "./row-problem.tsx";

interface PreviewTableProps {
  one: Import;
  mapping: Mapping;
  /** The mapping on screen is already another one. */
  isStale: boolean;
  nameOf: (key: string) => string;
}

/** The first rows as they would be read, bad ones in their place with the reason. */
export function PreviewTable({ one, mapping, isStale, nameOf }: PreviewTableProps) {
  const { t } = useTranslation("activity");
  const [record, setRecord] = useState(0);
  const preview = useQuery({
    queryKey: ["import", one.id, "preview", mapping, one.files],
    queryFn: ({ signal }) =>
      call(previewImport, {
        params: { workspaceId: one.workspaceId, importId: one.id },
        body: { mapping, rows: 50 },
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const shown = Math.min(record, mapping.records.length - 1);
  const rows = preview.data?.rows.filter((row) => row.record === shown) ?? [];
  return (
    <section aria-busy={isStale || preview.isFetching}>
      <div className={classes["head"]}>
        <h2>{t("preview.title")}</h2>
        {mapping.records.length > 1 && (
          <SegmentedControl
            aria-label={t("preview.record")}
            value={String(shown)}
            onChange={(value) => setRecord(Number(value))}
            data={mapping.records.map(({ file, shape }, index) => ({
              value: String(index),
              label: `${file} · ${t(`shapeShort.${shape}`)}`,
            }))}
          />
        )}
      </div>
      {preview.isError ? (
        <MappingError error={preview.error} mapping={mapping} />
      ) : preview.isPending ? (
        <Loading />
      ) : (
        <Rows rows={rows} timeZone={mapping.timeZone} nameOf={nameOf} isFaint={isStale} />
      )}
    </section>
  );
}

function Rows({
  rows,
  timeZone,
  nameOf,
  isFaint,
}: {
  rows: readonly PreviewedRow[];
  timeZone: string;
  nameOf: (key: string) => string;
  isFaint: boolean;
}) {
  const { t } = useTranslation("activity");
  const events = rows.flatMap(({ events: each }) => each);
  const properties = [...new Set(events.flatMap((event) => Object.keys(event.properties)))];
  const has = (of: (event: PreviewedEvent) => unknown) => events.some((event) => Boolean(of(event)));
  const columns = {
    person: has(({ person }) => person),
    caseId: has(({ caseId }) => caseId),
    score: has(({ metric }) => metric),
    comment: has(({ comment }) => comment),
  };
  if (rows.length === 0) return <p className="soft">{t("preview.none")}</p>;
  return (
    <TableScroll label={t("preview.title")} style={{ opacity: isFaint ? 0.6 : 1 }}>
      <table className={table["table"]} data-read>
        <thead>
          <tr>
            <th scope="col" className={table["number"]}>
              {t("column.line")}
            </th>
            <th scope="col">{t("field.when")}</th>
            <th scope="col">{t("touchpoint")}</th>
            {columns.score && <th scope="col">{t("field.metric")}</th>}
            {columns.comment && <th scope="col">{t("field.comment")}</th>}
            {columns.person && <th scope="col">{t("field.person")}</th>}
            {columns.caseId && <th scope="col">{t("field.case")}</th>}
            {properties.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ReadRow
              key={`${row.file}:${row.line}`}
              row={row}
              columns={columns}
              properties={properties}
              timeZone={timeZone}
              nameOf={nameOf}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface ReadRowProps {
  row: PreviewedRow;
  columns: Record<"score" | "comment" | "person" | "caseId", boolean>;
  properties: readonly string[];
  timeZone: string;
  nameOf: (key: string) => string;
}

/** A row of the file: the events it becomes, or why it becomes none. */
function ReadRow({ row, columns, properties, timeZone, nameOf }: ReadRowProps) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const line = <td className={table["number"]}>{format.number(row.line)}</td>;
  const rest = 2 + Object.values(columns).filter(Boolean).length + properties.length;
  if (row.error !== null) {
    return (
      <tr className={classes["bad"]}>
        {line}
        <td colSpan={rest}>
          <TriangleAlert size={13} aria-hidden /> <RowProblem {...row.error} />
        </td>
      </tr>
    );
  }
  if (row.events.length === 0)
    return (
      <tr>
        {line}
        <td colSpan={rest} className="soft">
          {t("preview.skipped")}
        </td>
      </tr>
    );
  return row.events.map((event, index) => (
    <tr key={`${event.touchpoint} ${event.at}`}>
      {index === 0 ? line : <td aria-label={t("preview.sameRow")} />}
      <td className={classes["tight"]}>{format.dateTime(event.at, timeZone)}</td>
      <td className={classes["tight"]}>{nameOf(event.touchpoint)}</td>
      {columns.score && (
        <td className={classes["tight"]}>
          {event.metric !== null && (
            <>
              {t(`metric.${event.metric}`)}{" "}
              <b className="num">{event.score === null ? "" : format.number(event.score)}</b>
            </>
          )}
        </td>
      )}
      {columns.comment && (
        <td className={classes["comment"]} title={event.comment}>
          {event.comment}
        </td>
      )}
      {columns.person && <td className={classes["code"]}>{event.person}</td>}
      {columns.caseId && <td className={classes["code"]}>{event.caseId}</td>}
      {properties.map((name) => (
        <td key={name} className={classes["tight"]}>
          {event.properties[name]}
        </td>
      ))}
    </tr>
  ));
}
