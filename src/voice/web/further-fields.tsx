import { ActionIcon, Button, Menu, NumberInput, Switch } from "@mantine/core";
import { Plus, Trash2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Question, type SurveyContent, limits } from "../model.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { type Further, type QuestionOf, furtherKinds, furtherOf } from "./draft.ts";
import { freeId, withFurther, withQuestion, withoutQuestion } from "./rewrite.ts";
import classes from "./survey-form.module.css";
import { TextField } from "./text-field.tsx";

const fewestOptions = 2;

interface FurtherFieldsProps {
  content: SurveyContent;
  /** The language being written. */
  language: string;
  onChange: (content: SurveyContent) => void;
}

/** What else is asked, each question perhaps only of some. */
export function FurtherFields({ content, language, onChange }: FurtherFieldsProps) {
  const { t } = useTranslation("voice");
  return (
    <>
      {furtherOf(content).map((question) => (
        <FurtherQuestion
          key={question.id}
          question={question}
          before={content.questions.slice(0, content.questions.indexOf(question))}
          number={content.questions.indexOf(question) + 1}
          language={language}
          onChange={(changed) => onChange(withQuestion(content, changed))}
          onRemove={() => onChange(withoutQuestion(content, question.id))}
        />
      ))}
      {content.questions.length < limits.questions && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="subtle"
              size="compact-sm"
              className={classes["add"] ?? ""}
              leftSection={<Plus size={14} aria-hidden />}
            >
              {t("addQuestion")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {furtherKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => onChange(withFurther(content, kind))}>
                {t(`kind.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

interface FurtherQuestionProps {
  question: Further;
  /** What is asked before it, which it may depend on. */
  before: readonly Question[];
  number: number;
  language: string;
  onChange: (question: Further) => void;
  onRemove: () => void;
}

function FurtherQuestion({ question, before, number, language, onChange, onRemove }: FurtherQuestionProps) {
  const { t } = useTranslation("voice");
  return (
    <fieldset className={classes["question"]}>
      <legend>
        {number}. {t(`kind.${question.kind}`)}
      </legend>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes["remove"] ?? ""}
        aria-label={t("removeQuestion", { number })}
        onClick={onRemove}
      >
        <Trash2 size={15} aria-hidden />
      </ActionIcon>
      <TextField
        label={t("wording")}
        withAsterisk
        texts={question.text}
        language={language}
        onTexts={(text) => onChange({ ...question, text })}
      />
      {question.kind === "choice" && <OptionFields question={question} language={language} onChange={onChange} />}
      {question.kind === "scale" && <ScaleFields question={question} language={language} onChange={onChange} />}
      <ConditionFields
        when={question.when}
        before={before}
        language={language}
        onChange={(when) => onChange({ ...question, when })}
      />
    </fieldset>
  );
}

interface KindFieldsProps<Kind extends Question["kind"]> {
  question: QuestionOf<Kind>;
  language: string;
  onChange: (question: QuestionOf<Kind>) => void;
}

function OptionFields({ question, language, onChange }: KindFieldsProps<"choice">) {
  const { t } = useTranslation("voice");
  const { options } = question;
  return (
    <>
      {options.map((option, index) => (
        <div key={option.id} className={classes["row"]}>
          <TextField
            aria-label={t("option", { number: index + 1 })}
            placeholder={t("option", { number: index + 1 })}
            texts={option.text}
            language={language}
            onTexts={(text) =>
              onChange({ ...question, options: options.map((old) => (old === option ? { ...old, text } : old)) })
            }
          />
          {options.length > fewestOptions && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("removeOption", { number: index + 1 })}
              onClick={() => onChange({ ...question, options: options.filter((old) => old !== option) })}
            >
              <X size={15} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className={classes["row"]} data-buttons>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={options.length >= limits.options}
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...question, options: [...options, { id: freeId("o", options), text: {} }] })}
        >
          {t("addOption")}
        </Button>
        <Switch
          size="xs"
          label={t("isMultiple")}
          checked={question.isMultiple}
          onChange={({ currentTarget }) => onChange({ ...question, isMultiple: currentTarget.checked })}
        />
      </div>
    </>
  );
}

function ScaleFields({ question, language, onChange }: KindFieldsProps<"scale">) {
  const { t } = useTranslation("voice");
  return (
    <div className={classes["ends"]}>
      {(["min", "max"] as const).map((end) => (
        <NumberInput
          key={end}
          label={t(`scale.${end}`)}
          min={end === "min" ? 0 : 2}
          max={end === "min" ? 1 : 10}
          allowDecimal={false}
          value={question[end]}
          onChange={(value) => typeof value === "number" && onChange({ ...question, [end]: value })}
        />
      ))}
      {(["low", "high"] as const).map((end) => (
        <TextField
          key={end}
          label={t(`end.${end}`, { value: question[end === "low" ? "min" : "max"] })}
          texts={question[end]}
          language={language}
          onTexts={(texts) => onChange({ ...question, [end]: texts })}
        />
      ))}
    </div>
  );
}
