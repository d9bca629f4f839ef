import { MultiSelect, NumberInput, Select, Textarea } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { type Answers, limits, type Question, type SurveyContent } from "../../model.ts";
import { boundsOf, commentWording, mainScore, piped, textIn } from "../../rules.ts";
import classes from "./ways.module.css";

interface QuestionFieldProps {
  question: Question;
  content: SurveyContent;
  language: string;
  answers: Answers;
  onAnswer: (answer: Answers[string] | undefined) => void;
  /** Of the first field, to come back to it. */
  ref?: Ref<HTMLInputElement>;
}

/** A question as fast fingers answer it: numbers are typed. */
export function QuestionField({ question, content, language, answers, onAnswer, ref }: QuestionFieldProps) {
  const { t } = useTranslation("collect");
  const answer = answers[question.id];
  const score = answers[mainScore(content).id];
  const wording =
    question.kind === "comment"
      ? commentWording(question, typeof score === "number" ? score : null, language, content)
      : textIn(question.text, language, content);
  const label = piped(wording, answers, content, language);
  const bounds = boundsOf(question);
  if (bounds !== null && (question.kind === "score" || question.kind === "scale")) {
    const [low, high] = [textIn(question.low, language, content), textIn(question.high, language, content)];
    return (
      <NumberInput
        {...(ref === undefined ? {} : { ref })}
        className={classes["wide"] ?? ""}
        label={label}
        description={t("staff.ends", { ...bounds, low, high })}
        {...bounds}
        clampBehavior="none"
        error={
          typeof answer === "number" && (answer < bounds.min || answer > bounds.max) && t("staff.outOfScale", bounds)
        }
        allowDecimal={false}
        allowNegative={false}
        hideControls
        required={question.id === mainScore(content).id}
        value={typeof answer === "number" ? answer : ""}
        onChange={(value) => onAnswer(typeof value === "number" ? value : undefined)}
      />
    );
  }
  if (question.kind === "choice") {
    const data = question.options.map(({ id, text }) => ({ value: id, label: textIn(text, language, content) }));
    const chosen = [answer ?? []].flat().map(String);
    return question.isMultiple ? (
      <MultiSelect label={label} data={data} value={chosen} onChange={onAnswer} />
    ) : (
      <Select
        label={label}
        data={data}
        clearable
        value={chosen[0] ?? null}
        onChange={(id) => onAnswer(id ?? undefined)}
      />
    );
  }
  return (
    <Textarea
      className={classes["wide"] ?? ""}
      label={label}
      autosize
      maxLength={limits.commentCharacters}
      value={typeof answer === "string" ? answer : ""}
      onChange={({ currentTarget }) => onAnswer(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.shiftKey) return;
        // Enter ends an answer also where it would begin a new line.
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}
