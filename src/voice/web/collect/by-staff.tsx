import { Button, Group, Select } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { enterAnswer } from "../../api/collect.ts";
import type { Answers, SurveySummary } from "../../model.ts";
import { chooseLanguage, isAsked } from "../../rules.ts";
import { surveysKey } from "../surveys-key.ts";
import { QuestionField } from "./question-field.tsx";
import classes from "./ways.module.css";

/** Answers given on paper, on the phone or in a shop, typed in one after the other. */
export function ByStaff({ survey }: { survey: SurveySummary }) {
  const { t, i18n } = useTranslation("collect");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const queryClient = useQueryClient();
  const first = useRef<HTMLInputElement>(null);
  const [entered, setEntered] = useState(0);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const [answers, setAnswers] = useState<Answers>({});
  const [at, setAt] = useState<string | null>(null);
  const [channel, setChannel] = useState<string | null>(null);
  const { content } = survey;
  const language = chooseLanguage(content, [i18n.language]);
  const enter = useMutation({
    mutationFn: () => {
      const answeredAt = (at === null ? new Date() : new Date(at.replace(" ", "T"))).toISOString();
      const body = { attempt, answers, language, answeredAt, channel: channel ?? "" };
      return call(enterAnswer, { params: { surveyId: survey.id }, body });
    },
    onSuccess: () => {
      setEntered(entered + 1);
      setAttempt(crypto.randomUUID());
      setAnswers({});
      first.current?.focus();
      // The next one may be typed at once: nobody waits for the counts.
      void queryClient.invalidateQueries({ queryKey: surveysKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate();
  };
  return (
    <form className={classes["way"]} onSubmit={submit}>
      <p className="soft">{t("staff.text")}</p>
      <div className={classes["fields"]}>
        <DateTimePicker
          label={t("staff.at")}
          placeholder={t("staff.now")}
          clearable
          clearButtonProps={{ "aria-label": t("staff.now") }}
          value={at}
          onChange={setAt}
        />
        <Select
          label={t("staff.channel")}
          clearable
          data={library.data?.channels.map(({ name }) => name) ?? []}
          value={channel}
          onChange={setChannel}
        />
        {content.questions
          .filter((question) => isAsked(question, answers))
          .map((question, index) => (
            <QuestionField
              key={question.id}
              question={question}
              content={content}
              language={language}
              answers={answers}
              onAnswer={(answer) => {
                const { [question.id]: _before, ...rest } = answers;
                setAnswers(answer === undefined ? rest : { ...rest, [question.id]: answer });
              }}
              {...(index === 0 ? { ref: first } : {})}
            />
          ))}
      </div>
      <ErrorNote error={enter.error} />
      <Group>
        <Button type="submit" loading={enter.isPending}>
          {t("staff.enter")}
        </Button>
        <span role="status" className="soft">
          {entered > 0 && t("staff.entered", { count: entered })}
        </span>
      </Group>
    </form>
  );
}
