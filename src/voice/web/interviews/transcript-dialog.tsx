import { Button, FileButton, Textarea } from "@mantine/core";
import { FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { type InterviewDetails, interviewLimits } from "../../interviews/model.ts";
import { readTranscript, writeTranscript } from "../../interviews/transcript.ts";
import { useInterviewDeeds } from "./queries.ts";

/** The transcript as text: pasted, chosen as a file or written. */
export function TranscriptDialog({ of, onClose }: { of: InterviewDetails; onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const { write } = useInterviewDeeds(of.id);
  const [text, setText] = useState(() => writeTranscript(of.transcript));
  const lines = readTranscript(text);
  const timed = lines.filter(({ startMs }) => startMs !== null).length;
  return (
    <FormDialog
      title={t("transcript")}
      busy={write.isPending}
      error={write.error}
      onSubmit={() => write.mutate(text, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        aria-label={t("transcript")}
        description={t("transcriptHelp")}
        autosize
        minRows={10}
        maxRows={18}
        maxLength={interviewLimits.characters}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
      />
      <p className="soft num" role="status">
        {t("lineCount", { count: lines.length })} · {t("timedCount", { count: timed })}
      </p>
      <FileButton accept=".vtt,.srt,.txt,text/vtt,text/plain" onChange={(file) => void file?.text().then(setText)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<FileUp size={15} aria-hidden />}>
            {t("chooseTranscript")}
          </Button>
        )}
      </FileButton>
    </FormDialog>
  );
}
