import { Select, Textarea } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { DropZone } from "#ui/drop-zone.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { toast } from "#ui/toast.ts";
import { useFormat } from "#ui/use-format.ts";
import { askingLimits } from "../../asking/model.ts";
import { readRecipients, type RecipientList } from "../../asking/recipients.ts";
import classes from "./asking.module.css";
import { useInvite } from "./queries.ts";

interface InviteDialogProps {
  /** Those that are open; the first is chosen. */
  surveys: readonly { surveyId: string; name: string }[];
  onClose: () => void;
}

/** People to ask, pasted or out of a file, for one survey. */
export function InviteDialog({ surveys, onClose }: InviteDialogProps) {
  const { t } = useTranslation("asking");
  const [surveyId, setSurveyId] = useState(surveys[0]?.surveyId ?? "");
  const [text, setText] = useState("");
  const typed = useDeferredValue(text);
  const list = useMemo(() => readRecipients(typed), [typed]);
  const invite = useInvite();
  const count = list.recipients.length;
  const send = () =>
    invite.mutate(
      { surveyId, recipients: list.recipients },
      {
        onSuccess: ({ invited, alreadyInvited }) => {
          toast(
            [
              t("invited", { count: invited }),
              ...(alreadyInvited > 0 ? [t("already", { count: alreadyInvited })] : []),
            ].join(" "),
          );
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("invite")}
      action={count === 0 ? t("invite") : t("inviteCount", { count })}
      busy={invite.isPending}
      error={invite.error}
      onSubmit={() => count > 0 && count <= askingLimits.recipients && send()}
      onClose={onClose}
    >
      <Select
        label={t("survey")}
        allowDeselect={false}
        data={surveys.map(({ surveyId: value, name: label }) => ({ value, label }))}
        value={surveyId}
        onChange={(value) => setSurveyId(value ?? "")}
      />
      <Textarea
        className={classes["paste"] ?? ""}
        label={t("people")}
        description={t("peopleHint")}
        placeholder={t("peopleExample")}
        autosize
        minRows={6}
        maxRows={12}
        data-autofocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <DropZone
        accept=".csv,.tsv,.txt"
        action={t("file")}
        size="row"
        onFiles={([file]) => void file?.text().then(setText)}
      >
        <span className="soft">{t("fileHint")}</span>
      </DropZone>
      <Reading list={list} />
    </FormDialog>
  );
}

const shown = 5;

/** What was understood of the list, before anything is sent. */
function Reading({ list: { recipients, unread, repeated } }: { list: RecipientList }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  if (recipients.length + unread.length === 0) return <p className="soft">{t("decided")}</p>;
  return (
    <div role="status">
      <p className={classes["read"]}>
        {t("read", { count: recipients.length })}
        {repeated > 0 && ` ${t("repeated", { count: repeated })}`}
        {recipients.length > askingLimits.recipients &&
          ` ${t("tooMany", { most: format.number(askingLimits.recipients) })}`}
      </p>
      {unread.length > 0 && (
        <>
          <p className="soft">{t("unread", { count: unread.length })}</p>
          <ul className={classes["unread"]}>
            {unread.slice(0, shown).map(({ line, text }) => (
              <li key={line}>{t("unreadLine", { line, text })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
