import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Import } from "../model.ts";
import { DeleteImport } from "./delete-import.tsx";
import { Finished } from "./finished.tsx";
import { useImportCrumbs, useImportTitle } from "./import-title.tsx";
import { Prepare } from "./prepare.tsx";
import { importQuery } from "./queries.ts";
import { Running } from "./running.tsx";
import { Status } from "./status.tsx";

/** One import, wherever it stands: being prepared, at work, or over. */
export function ImportScreen() {
  const { t } = useTranslation("activity");
  const { id: workspaceId } = useWorkspace();
  const { importId } = useParams({ from: "/w/$workspaceId/imports/$importId" });
  const one = useQuery(importQuery(workspaceId, importId));
  const mayRun = useMay("import:run");
  if (one.isPending)
    return (
      <Page title={t("import")}>
        <Loading />
      </Page>
    );
  if (one.isError)
    return (
      <Page title={t("import")}>
        <ErrorState error={one.error} retry={() => void one.refetch()} />
      </Page>
    );
  const isPrepared = one.data.status === "ready" || one.data.status === "uploading";
  if (isPrepared && mayRun) return <Prepare key={importId} one={one.data} />;
  return <ImportPage one={one.data} />;
}

function ImportPage({ one }: { one: Import }) {
  const mayRun = useMay("import:run");
  const title = useImportTitle(one);
  const crumbs = useImportCrumbs();
  const isRunning =
    one.status === "checking" || one.status === "queued" || one.status === "reading" || one.status === "publishing";
  return (
    <Page
      title={title}
      layout="text"
      crumbs={crumbs}
      aside={<Status one={one} />}
      actions={mayRun && !isRunning && <DeleteImport one={one} />}
    >
      {isRunning ? <Running one={one} /> : <Finished one={one} />}
    </Page>
  );
}
