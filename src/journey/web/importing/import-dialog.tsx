import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { Loading } from "#ui/loading.tsx";
import type { Journey } from "../../model.ts";
import { FileProblems } from "./file-problems.tsx";
import { PickFile } from "./pick-file.tsx";
import { PreviewForm } from "./preview-form.tsx";
import { type Goal, useMapFile } from "./use-map-file.ts";

/** Takes a file or a paste, shows what it would make, and makes it once one agrees. */
export function ImportDialog({
  goal,
  onDone,
  onClose,
}: {
  goal: Goal;
  onDone: (journey: Journey) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("importing");
  const { t: ui } = useTranslation("ui");
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const { preview, take } = useMapFile(goal);
  const pick = (picked: File) => {
    setFile(picked);
    preview.mutate(picked);
  };
  const again = () => {
    preview.reset();
    take.reset();
  };
  return (
    <Dialog opened size="lg" onClose={onClose} title={t(goal.journeyId === undefined ? "title" : "replaceTitle")}>
      {(preview.isIdle || preview.isError) && <PickFile text={text} onText={setText} onFile={pick} />}
      {preview.isPending && (
        <>
          <p role="status">{t("reading", { name: file?.name ?? t("pasted") })}</p>
          <Loading rows={3} />
        </>
      )}
      <FileProblems error={preview.error ?? take.error} />
      {preview.data !== undefined && file !== null && (
        <PreviewForm
          preview={preview.data}
          isReplacing={goal.journeyId !== undefined}
          isBusy={take.isPending}
          onTake={(choice) => take.mutate({ file, ...choice }, { onSuccess: onDone })}
        >
          <Button variant="default" onClick={again}>
            {t("otherFile")}
          </Button>
        </PreviewForm>
      )}
      {preview.data === undefined && (
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {ui("cancel")}
          </Button>
        </Group>
      )}
    </Dialog>
  );
}
