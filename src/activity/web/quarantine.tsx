import { Button, Pagination } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FileDown, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, urlOf } from "#ui/call.ts";
import table from "#ui/data-table.module.css";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { downloadQuarantine, listQuarantine, retryImport } from "../api.ts";
import type { Import } from "../model.ts";
import { useImportStep } from "./queries.ts";
import classes from "./quarantine.module.css";
import { RowProblem } from "./row-problem.tsx";

const perPage = 25;

/** Rows that could not be read: why, where, as they came; to be downloaded, corrected and tried again. */
export function Quarantine({ one }: { one: Import }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const navigate = useNavigate();
  const [page, setPage] = useState(1);
  const params = { workspaceId: one.workspaceId, importId: one.id };
  const rows = useQuery({
    queryKey: ["import", one.id, "quarantine", page],
    queryFn: ({ signal }) =>
      call(listQuarantine, { params, query: { offset: (page - 1) * perPage, limit: perPage }, signal }),
    placeholderData: keepPreviousData,
  });
  const retry = useImportStep(() => call(retryImport, { params }));
  if (rows.isPending) return <Loading rows={4} />;
  if (rows.isError) return <ErrorState error={rows.error} retry={() => void rows.refetch()} />;
  const { total, byCode } = rows.data;
  if (total === 0) return null;
  const begin = () =>
    retry.mutate(undefined, {
      onSuccess: ({ id }) =>
        void navigate({ to: "/w/$workspaceId/imports/$importId", params: { ...params, importId: id } }),
    });
  return (
    <Section
      title={t("quarantine.title", { count: total, n: format.number(total) })}
      note={t("quarantine.note")}
      action={
        one.status === "done" && (
          <div className={classes["actions"]}>
            <Button
              component="a"
              variant="default"
              href={urlOf(downloadQuarantine.path, params)}
              download
              leftSection={<FileDown size={15} aria-hidden />}
            >
              {t("quarantine.download")}
            </Button>
            <Button
              variant="default"
              loading={retry.isPending}
              onClick={begin}
              leftSection={<RotateCcw size={15} aria-hidden />}
            >
              {t("quarantine.retry")}
            </Button>
          </div>
        )
      }
    >
      <ErrorNote error={retry.error} />
      <ul className={classes["reasons"]}>
        {byCode.map(({ code, rows: n }) => (
          <li key={code}>
            <b className="num">{format.number(n)}</b> {t(`reason.${code}`)}
          </li>
        ))}
      </ul>
      <TableScroll label={t("quarantine.rows")}>
        <table className={table["table"]} data-read style={{ minWidth: "40rem" }}>
          <thead>
            <tr>
              <th scope="col">{t("column.reason")}</th>
              <th scope="col">{t("column.file")}</th>
              <th scope="col" className={table["number"]}>
                {t("column.line")}
              </th>
              <th scope="col">{t("column.raw")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.data.rows.map((row) => (
              <tr key={`${row.file}:${row.line}:${row.code}`}>
                <td>
                  <RowProblem code={row.code} detail={row.detail} />
                </td>
                <td className="soft">{row.file}</td>
                <td className={table["number"]}>{format.number(row.line)}</td>
                <td className={classes["raw"]}>
                  <code>{row.raw}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {total > perPage && (
        <Pagination
          mt="sm"
          size="sm"
          value={page}
          onChange={setPage}
          total={Math.ceil(total / perPage)}
          getControlProps={(control) => ({ "aria-label": t(`page.${control}`) })}
        />
      )}
    </Section>
  );
}
