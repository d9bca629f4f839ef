import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import { ChartLine, Check, Download, Link2, Table2 } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { csvText } from "#platform/csv.ts";
import { TableScroll } from "#ui/table-scroll.tsx";
import tables from "#ui/data-table.module.css";
import { useFormat } from "#ui/use-format.ts";
import classes from "./dashboard.module.css";
import { useDashboardSearch } from "./search.ts";

/** What a chart shows, as rows: its table twin and its file. */
export interface Sheet {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

interface FigureCardProps {
  /** Its place in the address. */
  id: string;
  title: string;
  note?: ReactNode;
  sheet: Sheet;
  /** It is drawn, and so it has a table twin; what is a table already has none. */
  isDrawn?: boolean;
  children: ReactNode;
}

/** One figure of the dashboard: what it is, the figure, and the same as a table, a file and a link. */
export function FigureCard({ id, title, note, sheet, isDrawn = false, children }: FigureCardProps) {
  const { t } = useTranslation("dashboard");
  const heading = useId();
  const [{ table = [] }, show] = useDashboardSearch();
  const isTable = isDrawn && table.includes(id);
  const toggle = () => {
    const rest = table.filter((one) => one !== id);
    const next = isTable ? rest : [...rest, id];
    show({ table: next.length === 0 ? undefined : next });
  };
  return (
    <section id={id} className={classes["card"]} aria-labelledby={heading}>
      <header className={classes["cardHead"]}>
        <h2 id={heading}>{title}</h2>
        <div className={classes["cardTools"]}>
          {isDrawn && (
            <Tool label={isTable ? t("asChart", { title }) : t("asTable", { title })} onClick={toggle}>
              {isTable ? <ChartLine aria-hidden /> : <Table2 aria-hidden />}
            </Tool>
          )}
          <Tool label={t("csv", { title })} onClick={() => save(`${id}.csv`, sheet)}>
            <Download aria-hidden />
          </Tool>
          <CopyButton value={`${window.location.href.split("#")[0] ?? ""}#${id}`}>
            {({ copied, copy }) => (
              <Tool label={copied ? t("copied") : t("copyLink", { title })} onClick={copy}>
                {copied ? <Check aria-hidden /> : <Link2 aria-hidden />}
              </Tool>
            )}
          </CopyButton>
        </div>
      </header>
      {note !== undefined && <div className={classes["note"]}>{note}</div>}
      {isTable ? <SheetTable label={t("tableOf", { title })} sheet={sheet} /> : children}
    </section>
  );
}

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function SheetTable({ label, sheet: { columns, rows } }: { label: string; sheet: Sheet }) {
  const format = useFormat();
  const isNumber = (column: number) => rows.some((row) => typeof row[column] === "number");
  return (
    <TableScroll label={label} style={{ maxHeight: "24rem" }}>
      <table className={tables["table"]} data-read>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={isNumber(index) ? tables["number"] : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows are the chart's, in its order
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={columns[column]} className={isNumber(column) ? tables["number"] : undefined}>
                  {typeof cell === "number" ? format.number(Math.round(cell * 100) / 100) : (cell ?? "—")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function save(name: string, { columns, rows }: Sheet): void {
  const url = URL.createObjectURL(new Blob([csvText([columns, ...rows])], { type: "text/csv;charset=utf-8" }));
  const anchor = Object.assign(document.createElement("a"), { href: url, download: name });
  anchor.click();
  URL.revokeObjectURL(url);
}
