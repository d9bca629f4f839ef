import { Radio, SegmentedControl, Select } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Asked, type Look, relations, scales } from "../model.ts";
import { mainScore } from "../rules.ts";
import { readyLanguages, taskNames, tasks } from "../wording.ts";
import type { Draft } from "./draft.ts";
import { withQuestion, withScore } from "./rewrite.ts";
import { ScoreGlyph } from "./score-glyph.tsx";
import classes from "./survey-form.module.css";
import { TextField } from "./text-field.tsx";

const cards = ["nps", "csat", "smileys", "ces", "ces5", "stars", "yesNo"] as const;
type Card = (typeof cards)[number];

interface ScoreFieldsProps {
  draft: Draft;
  /** The language being written. */
  language: string;
  onChange: (draft: Draft) => void;
}

/** Which score is asked, of what, in which words. */
export function ScoreFields({ draft, language, onChange }: ScoreFieldsProps) {
  const { t, i18n } = useTranslation("voice");
  const locale = readyLanguages.find((known) => known === i18n.language) ?? "en";
  const relationLabel = useId();
  const score = mainScore(draft.content);
  const shown: Card = score.look === "smileys" ? "smileys" : score.metric;
  const choose = (chosen: string) => {
    const card = cards.find((known) => known === chosen);
    if (card !== undefined) onChange(withScore(draft, scoreOfCard(card)));
  };
  const set = (change: Partial<typeof score>) =>
    onChange({ ...draft, content: withQuestion(draft.content, { ...score, ...change }) });
  return (
    <>
      <Radio.Group label={t("score")} value={shown} onChange={choose}>
        <div className={classes["cards"]}>
          {cards.map((card) => (
            <Radio.Card key={card} value={card} className={classes["card"] ?? ""}>
              <ScoreGlyph metric={scoreOfCard(card).metric} look={scoreOfCard(card).look} />
              <strong>{t(`card.${card}`)}</strong>
              <span>{t(`cardWhen.${card}`)}</span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {(score.metric === "ces" || score.metric === "ces5") && (
        <Select
          label={t("task")}
          description={t("taskHint")}
          allowDeselect={false}
          data={[
            { value: "", label: t("anyTask") },
            ...tasks.map((task) => ({ value: task, label: taskNames[task][locale] })),
          ]}
          value={draft.task}
          onChange={(task) => onChange(withScore(draft, { task: task ?? "" }))}
        />
      )}
      <div hidden={draft.touchpointId === null}>
        <span id={relationLabel} className={classes["label"]}>
          {t("relation")}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby={relationLabel}
          value={draft.relation}
          data={relations.map((relation) => ({ value: relation, label: t(`relation.${relation}`) }))}
          onChange={(relation) => onChange(withScore(draft, { relation }))}
        />
        <p className={classes["hint"]}>{t("relationHint")}</p>
      </div>
      <TextField
        label={t("wording")}
        withAsterisk
        texts={score.text}
        language={language}
        onTexts={(text) => set({ text })}
      />
      {score.metric !== "yesNo" && (
        <div className={classes["pair"]}>
          {(["low", "high"] as const).map((end) => (
            <TextField
              key={end}
              label={t(`end.${end}`, { value: scales[score.metric][end === "low" ? "min" : "max"] })}
              texts={score[end]}
              language={language}
              onTexts={(texts) => set({ [end]: texts })}
            />
          ))}
        </div>
      )}
    </>
  );
}

function scoreOfCard(card: Card): { metric: Asked; look: Look } {
  if (card === "smileys") return { metric: "csat", look: "smileys" };
  return { metric: card, look: card === "stars" ? "stars" : "numbers" };
}
