import { MultiSelect, NumberInput, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Condition, Question } from "../model.ts";
import { boundsOf } from "../rules.ts";
import type { QuestionOf } from "./draft.ts";
import classes from "./survey-form.module.css";

/** An answer that something can depend on. */
type Telling = QuestionOf<"score" | "scale" | "choice">;

interface ConditionFieldsProps {
  when: Condition | null;
  before: readonly Question[];
  language: string;
  onChange: (when: Condition | null) => void;
}

/** Of whom a question is asked: of everybody, or of those who answered so before. */
export function ConditionFields({ when, before, language, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation("voice");
  const telling = before.filter(
    (question): question is Telling => question.kind !== "text" && question.kind !== "comment",
  );
  const asked = telling.find(({ id }) => id === when?.questionId);
  const choose = (id: string | null) => {
    const question = telling.find((each) => each.id === id);
    onChange(question === undefined ? null : firstCondition(question));
  };
  return (
    <div className={classes["condition"]}>
      <Select
        label={t("askedOf")}
        value={asked?.id ?? ""}
        allowDeselect={false}
        data={[
          { value: "", label: t("everybody") },
          ...telling.map(({ id, text }) => ({ value: id, label: t("ifAnswer", { question: text[language] ?? id }) })),
        ]}
        onChange={choose}
      />
      {asked?.kind === "choice" && when !== null && (
        <MultiSelect
          label={t("anyOf")}
          data={asked.options.map(({ id, text }) => ({ value: id, label: text[language] ?? id }))}
          value={when.anyOf ?? []}
          onChange={(anyOf) => onChange({ questionId: asked.id, anyOf })}
        />
      )}
      {asked !== undefined &&
        asked.kind !== "choice" &&
        when !== null &&
        (["atLeast", "atMost"] as const).map((bound) => (
          <NumberInput
            key={bound}
            label={t(bound)}
            {...boundsOf(asked)}
            allowDecimal={false}
            value={when[bound] ?? ""}
            onChange={(value) => typeof value === "number" && onChange({ ...when, [bound]: value })}
          />
        ))}
    </div>
  );
}

/** What a condition says first: the lower half of a scale, the first option of a choice. */
function firstCondition(question: Telling): Condition {
  if (question.kind === "choice")
    return { questionId: question.id, anyOf: question.options.slice(0, 1).map(({ id }) => id) };
  const { min, max } = boundsOf(question) ?? { min: 0, max: 0 };
  return { questionId: question.id, atLeast: min, atMost: Math.floor((min + max) / 2) };
}
