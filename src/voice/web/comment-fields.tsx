import { ActionIcon, Button, NumberInput, Switch } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type SurveyContent, scales } from "../model.ts";
import { mainScore } from "../rules.ts";
import { commentOf } from "./draft.ts";
import { withComment, withQuestion } from "./rewrite.ts";
import classes from "./survey-form.module.css";
import { TextField } from "./text-field.tsx";

const mostWordings = 3;

interface CommentFieldsProps {
  content: SurveyContent;
  /** The language being written. */
  language: string;
  onChange: (content: SurveyContent) => void;
}

/** Whether a comment is asked for, and in which words after which score. */
export function CommentFields({ content, language, onChange }: CommentFieldsProps) {
  const { t } = useTranslation("voice");
  const comment = commentOf(content);
  const { min, max } = scales[mainScore(content).metric];
  const set = (change: Partial<NonNullable<typeof comment>>) =>
    comment !== undefined && onChange(withQuestion(content, { ...comment, ...change }));
  const bounds = comment?.byScore.map(({ upTo }) => upTo) ?? [];
  const next = Math.max(min - 1, ...bounds) + 1;
  const change = (index: number, part: Partial<NonNullable<typeof comment>["byScore"][number]>) =>
    set({ byScore: comment?.byScore.map((each, at) => (at === index ? { ...each, ...part } : each)) ?? [] });
  return (
    <>
      <Switch
        label={t("comment")}
        checked={comment !== undefined}
        onChange={({ currentTarget }) => onChange(withComment(content, currentTarget.checked))}
      />
      {comment?.byScore.map(({ upTo, text }, index) => (
        <div key={index} className={classes["row"]}>
          <NumberInput
            label={t("upTo")}
            className={classes["bound"] ?? ""}
            min={(bounds[index - 1] ?? min - 1) + 1}
            max={(bounds[index + 1] ?? max + 1) - 1}
            allowDecimal={false}
            value={upTo}
            onChange={(value) => typeof value === "number" && change(index, { upTo: value })}
          />
          <TextField
            label={t("commentUpTo", { upTo })}
            withAsterisk
            texts={text}
            language={language}
            onTexts={(texts) => change(index, { text: texts })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("removeWording", { upTo })}
            onClick={() => set({ byScore: comment.byScore.toSpliced(index, 1) })}
          >
            <X size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {comment !== undefined && (
        <>
          <TextField
            label={t(comment.byScore.length === 0 ? "commentWording" : "commentElse")}
            withAsterisk
            texts={comment.text}
            language={language}
            onTexts={(text) => set({ text })}
          />
          {comment.byScore.length < mostWordings && next <= max && (
            <Button
              variant="subtle"
              size="compact-sm"
              className={classes["add"] ?? ""}
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => set({ byScore: [...comment.byScore, { upTo: next, text: comment.text }] })}
            >
              {t("addWording")}
            </Button>
          )}
        </>
      )}
    </>
  );
}
