import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileSpreadsheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Import } from "../model.ts";
import { importsQuery } from "./queries.ts";
import { Status } from "./status.tsx";

/** Every import of the workspace, the latest first. */
export function ImportsScreen() {
  const { t } = useTranslation("activity");
  const { id: workspaceId } = useWorkspace();
  const mayRun = useMay("import:run");
  const imports = useQuery(importsQuery(workspaceId));
  const begin = mayRun && (
    <Button component={Link} to={`/w/${workspaceId}/imports/new`}>
      {t("newImport")}
    </Button>
  );
  return (
    <Page title={t("imports")} actions={imports.data !== undefined && imports.data.length > 0 && begin}>
      {imports.isPending ? (
        <Loading />
      ) : imports.isError ? (
        <ErrorState error={imports.error} retry={() => void imports.refetch()} />
      ) : imports.data.length === 0 ? (
        <EmptyState title={t("empty.title")} picture={<FileSpreadsheet size={40} strokeWidth={1.2} />} action={begin}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <ImportTable imports={imports.data} />
      )}
    </Page>
  );
}

function ImportTable({ imports }: { imports: readonly Import[] }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  return (
    <TableScroll label={t("imports")}>
      <table className={table["table"]} data-read style={{ minWidth: "46rem" }}>
        <thead>
          <tr>
            <th scope="col">{t("column.import")}</th>
            <th scope="col">{t("column.status")}</th>
            <th scope="col" className={table["number"]}>
              {t("column.rows")}
            </th>
            <th scope="col" className={table["number"]}>
              {t("column.contacts")}
            </th>
            <th scope="col" className={table["number"]}>
              {t("column.answers")}
            </th>
            <th scope="col" className={table["number"]}>
              {t("column.quarantined")}
            </th>
            <th scope="col">{t("column.begun")}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to="/w/$workspaceId/imports/$importId" params={{ workspaceId, importId: one.id }}>
                  {one.name ?? format.list(one.files.map(({ name }) => name))}
                </Link>
              </td>
              <td>
                <Status one={one} />
              </td>
              {(["rows", "contacts", "answers", "quarantined"] as const).map((count) => (
                <td key={count} className={table["number"]}>
                  {one.counts === null ? "—" : format.number(one.counts[count])}
                </td>
              ))}
              <td className="soft">{format.dateTime(one.createdAt, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
