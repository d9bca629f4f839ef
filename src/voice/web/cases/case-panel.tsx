import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { caseLimits, type CaseDetails } from "../../cases/model.ts";
import { CaseHistory } from "./case-history.tsx";
import { CaseMoves } from "./case-moves.tsx";
import { DueMark } from "./case-marks.tsx";
import classes from "./cases.module.css";
import { caseQuery, useAddNote } from "./queries.ts";
import { ReplyToCase } from "./reply-to-case.tsx";
import { ScoreMark } from "./score-mark.tsx";

/** One case: what was said, what is to be done, and all that was. */
export function CasePanel({ caseId }: { caseId: string }) {
  const shown = useQuery(caseQuery(caseId));
  const mayWork = useMay("case:work");
  if (shown.isPending) return <Loading />;
  if (shown.data === undefined) return <ErrorState error={shown.error} retry={() => void shown.refetch()} />;
  return (
    <article className={classes["panel"]}>
      <Head of={shown.data} />
      <Said of={shown.data} />
      {mayWork && <ReplyToCase of={shown.data} />}
      {mayWork && <CaseMoves of={shown.data} />}
      {mayWork && <NoteForm caseId={caseId} />}
      <CaseHistory of={shown.data} />
    </article>
  );
}

function Head({ of }: { of: CaseDetails }) {
  const { t } = useTranslation("cases");
  const { number, title, reason, cause, action } = of;
  return (
    <header>
      <p className="soft num">
        {t("number", { number })} · <DueMark of={of} />
      </p>
      <h2>{title}</h2>
      {reason !== "" && <p className={classes["words"]}>{reason}</p>}
      {cause !== null && (
        <dl className={classes["outcome"]}>
          <dt>{t("cause")}</dt>
          <dd>{cause.name}</dd>
          <dt>{t("action")}</dt>
          <dd className={classes["words"]}>{action}</dd>
        </dl>
      )}
    </header>
  );
}

/** What the customer said, where, when, and who they are as far as one may know. */
function Said({ of: { answer, person, touchpointId } }: { of: CaseDetails }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const library = useLibrary(workspaceId);
  const touchpoint = library.data?.touchpoints.find(({ id }) => id === touchpointId)?.name;
  const facts = [
    touchpoint,
    answer?.survey,
    answer && format.dateTime(answer.answeredAt, timeZone),
    answer?.language.toUpperCase(),
  ];
  return (
    <section className={classes["said"]} aria-label={t("answer")}>
      {answer !== null && <ScoreMark {...answer} />}
      {answer !== null && answer.comment !== "" && (
        <blockquote lang={answer.language} className={classes["words"]}>
          {answer.comment}
        </blockquote>
      )}
      {answer?.comment === "" && <p className="soft">{t("noComment")}</p>}
      {answer === null && <p className="soft">{t("noAnswer")}</p>}
      <p className="soft">{facts.filter(Boolean).join(" · ")}</p>
      {person !== null && (
        <p>
          <span className="soft">{t("customer")}</span> {person}
        </p>
      )}
    </section>
  );
}

function NoteForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation("cases");
  const [text, setText] = useState("");
  const add = useAddNote(caseId, () => setText(""));
  return (
    <form
      className={classes["note"]}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(text);
      }}
    >
      <Textarea
        aria-label={t("note")}
        placeholder={t("noteHint")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={caseLimits.text}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ErrorNote error={add.error} />
      <Button type="submit" variant="default" size="xs" loading={add.isPending} disabled={text.trim() === ""}>
        {t("addNote")}
      </Button>
    </form>
  );
}
