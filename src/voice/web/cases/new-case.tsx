import { SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { caseLimits, priorities, type Priority } from "../../cases/model.ts";
import { useCreateCase } from "./queries.ts";

interface NewCaseProps {
  /** The answer it is opened from; without one a touchpoint can be chosen. */
  answer?: { responseId: string; comment: string };
  onOpened: (caseId: string) => void;
  onClose: () => void;
}

/** Opens a case by hand: of an answer, or of what somebody heard. */
export function NewCase({ answer, onOpened, onClose }: NewCaseProps) {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const [title, setTitle] = useState(firstWords(answer?.comment ?? ""));
  const [reason, setReason] = useState("");
  const [priority, setPriority] = useState<Priority>("normal");
  const [touchpointId, setTouchpointId] = useState<string | null>(null);
  const create = useCreateCase(workspaceId, ({ id }) => onOpened(id));
  const save = () => create.mutate({ title, reason, priority, touchpointId, responseId: answer?.responseId ?? null });
  return (
    <FormDialog
      title={t("openTitle")}
      action={t("openAction")}
      busy={create.isPending}
      error={create.error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label={t("caseTitle")}
        description={t("caseTitleHelp")}
        required
        maxLength={caseLimits.title}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={t("reason")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={caseLimits.text}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {answer === undefined && (
        <Select
          label={t("touchpoint")}
          clearable
          searchable
          value={touchpointId}
          onChange={setTouchpointId}
          data={(library.data?.touchpoints ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SegmentedControl
        aria-label={t("priority")}
        value={priority}
        onChange={(value) => setPriority(value)}
        data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
      />
    </FormDialog>
  );
}

/** The beginning of a comment, up to where it can be cut. */
function firstWords(comment: string): string {
  const line = comment.trim().split("\n", 1)[0] ?? "";
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s+\S*$/, "")}…`;
}
