import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, urlOf } from "#ui/call.ts";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { downloadMapping, runImport, setMapping } from "../api.ts";
import type { Import, Mapping } from "../model.ts";
import { Counts } from "./counts.tsx";
import { DeleteImport } from "./delete-import.tsx";
import { sameMapping, withTouchpoints } from "./draft.ts";
import { useImportCrumbs, useImportTitle } from "./import-title.tsx";
import { MappingError, thrown } from "./mapping-error.tsx";
import { MappingForm } from "./mapping-form.tsx";
import classes from "./prepare.module.css";
import { PreviewTable } from "./preview-table.tsx";
import { Quarantine } from "./quarantine.tsx";
import { type Proposal, mappingOf, proposalQuery, useImportStep } from "./queries.ts";
import { TableFiles } from "./table-files.tsx";
import { useTouchpointName } from "./touchpoint-name.ts";
import { useUpload } from "./upload.ts";

/** Files are there: what they look like and how they would be read, to be confirmed or put right. */
export function Prepare({ one }: { one: Import }) {
  const { t } = useTranslation("activity");
  const title = useImportTitle(one);
  const crumbs = useImportCrumbs();
  const proposal = useQuery({ ...proposalQuery(one), enabled: one.files.length > 0 });
  const { send, share } = useUpload(one.workspaceId);
  if (one.files.length > 0 && proposal.data !== undefined)
    return <Confirming key={JSON.stringify(one.files)} one={one} proposal={proposal.data} />;
  return (
    <Page title={title} crumbs={crumbs} layout="text" actions={<DeleteImport one={one} />}>
      {one.files.length > 0 && proposal.isPending && <Loading />}
      {proposal.isError && <ErrorState error={proposal.error} retry={() => void proposal.refetch()} />}
      <ErrorNote error={send.error} />
      {(one.files.length === 0 || proposal.isError) && (
        <TableFiles isDisabled={share !== null} onFiles={(files) => send.mutate({ files, importId: one.id })}>
          <h2>{t("drop.title")}</h2>
        </TableFiles>
      )}
    </Page>
  );
}

function Confirming({ one, proposal }: { one: Import; proposal: Proposal }) {
  const { t } = useTranslation("activity");
  const title = useImportTitle(one);
  const crumbs = useImportCrumbs();
  const saved = mappingOf(one);
  const [draft, setDraft] = useState<Mapping>(saved ?? proposal.mapping);
  const [settled] = useDebouncedValue(draft, 400);
  const params = { workspaceId: one.workspaceId, importId: one.id };
  const nameOf = useTouchpointName(one);
  const { send, share } = useUpload(one.workspaceId);
  const run = useImportStep(async (dryRun: boolean) => {
    await call(setMapping, { params, body: { mapping: dryRun ? draft : complete(draft, one, nameOf) } });
    return call(runImport, { params, body: { dryRun } });
  });
  // Counts are of the mapping they were made with: any later change makes them a thing of the past.
  const isChecked = one.counts !== null && saved !== null && sameMapping(saved, draft);
  const addFiles = (files: File[]) =>
    send.mutate({ files, importId: one.id }, { onSuccess: (now) => setDraft((old) => mappingOf(now) ?? old) });

  return (
    <Page
      title={title}
      crumbs={crumbs}
      layout="flush"
      actions={
        <>
          <DeleteImport one={one} />
          {isChecked && (
            <Button
              variant="default"
              visibleFrom="sm"
              onClick={() => run.mutate(true)}
              loading={run.isPending && run.variables}
            >
              {t("checkAgain")}
            </Button>
          )}
          <Button onClick={() => run.mutate(!isChecked)} loading={run.isPending}>
            {t(isChecked ? "importNow" : "check")}
          </Button>
        </>
      }
    >
      <div className={classes["prepare"]}>
        <div className={classes["form"]}>
          <MappingForm one={one} proposal={proposal} mapping={draft} onChange={setDraft} />
          <TableFiles isMore isDisabled={share !== null} onFiles={addFiles}>
            <span className="soft">{t("addFilesHint")}</span>
          </TableFiles>
          <ErrorNote error={send.error} />
          {saved !== null && (
            <Button
              component="a"
              variant="subtle"
              size="xs"
              href={urlOf(downloadMapping.path, params)}
              download
              leftSection={<FileDown size={14} aria-hidden />}
            >
              {t("downloadMapping")}
            </Button>
          )}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself: the keyboard must be able to enter it */}
        <div className={classes["result"]} data-checked={isChecked} role="region" aria-label={t("result")} tabIndex={0}>
          <MappingError error={run.error} mapping={draft} />
          {one.error !== null && run.isIdle && <MappingError error={thrown(one.error)} mapping={one.mapping} />}
          {one.retryOf !== null && <p className={classes["retry"]}>{t("retryNote")}</p>}
          {isChecked && one.counts !== null && (
            <section className={classes["counts"]} aria-label={t("done.wouldBe")}>
              <h2>{t("done.wouldBe")}</h2>
              <Counts counts={one.counts} nameOf={nameOf} />
            </section>
          )}
          {isChecked && (one.counts?.quarantined ?? 0) > 0 && <Quarantine one={one} />}
          <PreviewTable one={one} mapping={settled} isStale={settled !== draft} nameOf={nameOf} />
        </div>
      </div>
    </Page>
  );
}

/** Touchpoints that only the rows name are known once all rows were read: their steps join the journey then. */
function complete(mapping: Mapping, one: Import, nameOf: (key: string) => string): Mapping {
  const met = one.counts?.touchpoints.map(({ key }) => key) ?? [];
  return mapping.journey === undefined
    ? mapping
    : { ...mapping, journey: withTouchpoints(mapping.journey, met, [], nameOf) };
}
