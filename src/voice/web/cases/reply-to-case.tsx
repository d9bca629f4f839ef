import { Button, Select, Textarea } from "@mantine/core";
import { Mail } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useSession, useWorkspace } from "#workspace/web/index.ts";
import { type CaseDetails, caseLimits } from "../../cases/model.ts";
import { readyReplies, readyReply } from "../../cases/reply.ts";
import { letterLocale } from "../../letters/language.ts";
import { useLeaving } from "../use-leaving.tsx";
import classes from "./cases.module.css";
import { useReply } from "./queries.ts";

/** Lets a member write to the customer of a case; says why where that cannot be done. */
export function ReplyToCase({ of }: { of: CaseDetails }) {
  const { t } = useTranslation("cases");
  const [isWriting, setIsWriting] = useState(false);
  const { refusal } = of.reply;
  if (refusal !== null) return of.answer === null ? null : <p className="soft">{t(`noReply.${refusal}`)}</p>;
  return (
    <div>
      <Button variant="light" size="xs" leftSection={<Mail size={15} aria-hidden />} onClick={() => setIsWriting(true)}>
        {t("reply")}
      </Button>
      {isWriting && <ReplyDialog of={of} onClose={() => setIsWriting(false)} />}
    </div>
  );
}

function ReplyDialog({ of, onClose }: { of: CaseDetails; onClose: () => void }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { name: workspace, locale, timeZone } = useWorkspace();
  const { user } = useSession();
  // However often it is pressed or the connection breaks, it is one letter.
  const [attempt] = useState(() => crypto.randomUUID());
  const language = letterLocale(of.answer?.language ?? locale);
  const textOf = (ready: (typeof readyReplies)[number]) => readyReply(ready, language, `${user.name}\n${workspace}`);
  const [ready, setReady] = useState<(typeof readyReplies)[number]>("heard");
  const [text, setText] = useState(() => textOf("heard"));
  const { leave, question } = useLeaving(text !== textOf(ready), onClose);
  const reply = useReply(of.id, onClose);
  return (
    <FormDialog
      title={t("replyTitle")}
      action={t("send")}
      busy={reply.isPending}
      error={reply.error}
      onSubmit={() => reply.mutate({ attempt, text })}
      onClose={leave}
    >
      <Select
        label={t("replyBegin")}
        allowDeselect={false}
        value={ready}
        data={readyReplies.map((value) => ({ value, label: t(`readyReply.${value}`) }))}
        onChange={(value) => {
          if (value === null) return;
          setReady(value);
          setText(textOf(value));
        }}
      />
      <Textarea
        label={t("replyText")}
        description={t("replyHelp", { address: of.reply.answersTo })}
        required
        autosize
        minRows={7}
        maxRows={16}
        maxLength={caseLimits.text}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
      />
      {of.answer !== null && of.answer.comment !== "" && (
        <figure className={classes["quoted"]}>
          <figcaption>{t("replyQuotes", { when: format.date(of.answer.answeredAt, timeZone) })}</figcaption>
          <blockquote lang={of.answer.language} className={classes["words"]}>
            {of.answer.comment}
          </blockquote>
        </figure>
      )}
      {question}
    </FormDialog>
  );
}
