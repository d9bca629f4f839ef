import { Button, Group, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { DropZone } from "#ui/drop-zone.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { type ImportedSource, importedSources, type ReviewMapping } from "../../reviews/model.ts";
import { MappingTable } from "./mapping-table.tsx";
import { useReadFile } from "./queries.ts";
import { ReadingNote } from "./reading-note.tsx";
import classes from "./reviews.module.css";

/** Reads a file of public reviews: first on trial, where columns can be put right, then for good. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("reviews");
  const { t: ui } = useTranslation("ui");
  const { id: workspaceId } = useWorkspace();
  const [source, setSource] = useState<ImportedSource>("google");
  const [file, setFile] = useState<File | null>(null);
  const read = useReadFile(workspaceId);
  const reading = read.data;
  const tryOut = (chosen: File, mapping: ReviewMapping | null) =>
    read.mutate({ file: chosen, source, mapping, isTrial: true });
  const isDone = reading?.importId != null;
  const isReadable = reading?.mapping.columns.rating !== undefined && reading.mapping.columns.publishedAt !== undefined;
  return (
    <Dialog opened size="xl" title={t("import")} onClose={onClose}>
      {file === null ? (
        <div className={classes["choose"]}>
          <Select
            label={t("sourceLabel")}
            allowDeselect={false}
            value={source}
            data={importedSources.map((value) => ({ value, label: t(`source.${value}`) }))}
            onChange={(value) => setSource(importedSources.find((one) => one === value) ?? "other")}
          />
          <DropZone
            size="box"
            accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson"
            action={t("chooseFile")}
            onFiles={([chosen]) => {
              if (chosen === undefined) return;
              setFile(chosen);
              tryOut(chosen, null);
            }}
          >
            <p className="soft">{t("formats")}</p>
          </DropZone>
        </div>
      ) : (
        <>
          <ErrorNote error={read.error} />
          {reading !== undefined && <ReadingNote reading={reading} fileName={file.name} />}
          {reading !== undefined && !isDone && (
            <MappingTable reading={reading} onChange={(mapping) => tryOut(file, mapping)} />
          )}
          <Group justify="flex-end" mt="md">
            {!isDone && (
              <Button variant="default" onClick={() => setFile(null)}>
                {t("otherFile")}
              </Button>
            )}
            {isDone ? (
              <Button onClick={onClose}>{ui("close")}</Button>
            ) : (
              <Button
                loading={read.isPending}
                disabled={reading === undefined || !isReadable}
                onClick={() => read.mutate({ file, source, mapping: reading?.mapping ?? null, isTrial: false })}
              >
                {t("importNow")}
              </Button>
            )}
          </Group>
        </>
      )}
    </Dialog>
  );
}
