import { ActionIcon, Button, Textarea } from "@mantine/core";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { InlineText } from "#ui/inline-text.tsx";
import { newId } from "#ui/new-id.ts";
import { type GuideSection, interviewLimits } from "../../interviews/model.ts";
import classes from "./guide.module.css";

interface GuidePartProps {
  of: GuideSection;
  readOnly: boolean;
  isFirst: boolean;
  isLast: boolean;
  onChange: (section: GuideSection) => void;
  /** One place on (1) or back (−1). */
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** What is asked about one step. Alt with an arrow moves a part or a question; Enter goes on to a new question. */
export function GuidePart({ of, readOnly, isFirst, isLast, onChange, onMove, onRemove }: GuidePartProps) {
  const { t } = useTranslation("interviews");
  const part = useRef<HTMLLIElement>(null);
  const { questions } = of;
  const change = (next: GuideSection["questions"], focusOn?: number) => {
    onChange({ ...of, questions: next });
    if (focusOn === undefined) return;
    requestAnimationFrame(() => part.current?.querySelectorAll("textarea")[focusOn]?.focus());
  };
  const moveQuestion = (at: number, by: number) => {
    const [moved] = questions.slice(at, at + 1);
    const to = at + by;
    if (moved !== undefined && to >= 0 && to < questions.length)
      change(questions.toSpliced(at, 1).toSpliced(to, 0, moved), to);
  };
  const addAfter = (at: number) => change(questions.toSpliced(at + 1, 0, { id: newId(), text: "" }), at + 1);
  return (
    <li ref={part} data-part={of.id} className={classes["part"]}>
      {/* The title hears the arrows that move its part. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={classes["title"]} onKeyDown={(event) => onArrows(event, onMove)}>
        <h2>
          <InlineText
            value={of.title}
            label={t("partTitle")}
            readOnly={readOnly}
            maxLength={interviewLimits.name}
            onSave={(title) => onChange({ ...of, title })}
          />
        </h2>
        {!readOnly && (
          <span className={classes["tools"]}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("moveUp", { name: of.title })}
              disabled={isFirst}
              onClick={() => onMove(-1)}
            >
              <ArrowUp size={15} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("moveDown", { name: of.title })}
              disabled={isLast}
              onClick={() => onMove(1)}
            >
              <ArrowDown size={15} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("removeNamed", { name: of.title })}
              onClick={onRemove}
            >
              <X size={15} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
      <ol className={classes["questions"]}>
        {questions.map(({ id, text }, at) => (
          // A question hears the arrows that move it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={id} onKeyDown={(event) => onArrows(event, (by) => moveQuestion(at, by))}>
            <Question
              text={text}
              label={t("question", { number: at + 1 })}
              readOnly={readOnly}
              onSave={(next) => change(questions.with(at, { id, text: next }))}
              onNext={(next) => {
                const kept = questions.with(at, { id, text: next });
                change(kept.toSpliced(at + 1, 0, { id: newId(), text: "" }), at + 1);
              }}
            />
            {!readOnly && (
              <ActionIcon
                className={classes["tools"] ?? ""}
                variant="subtle"
                color="gray"
                aria-label={t("removeQuestion", { number: at + 1 })}
                onClick={() => change(questions.toSpliced(at, 1), Math.max(0, at - 1))}
              >
                <X size={15} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && questions.length < interviewLimits.questions && (
        <Button
          className={classes["tools"] ?? ""}
          size="compact-sm"
          variant="subtle"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => addAfter(questions.length - 1)}
        >
          {t("addQuestion")}
        </Button>
      )}
    </li>
  );
}

interface QuestionProps {
  text: string;
  label: string;
  readOnly: boolean;
  onSave: (text: string) => void;
  /** Keeps it, and goes on to a new one. */
  onNext: (text: string) => void;
}

function Question({ text, label, readOnly, onSave, onNext }: QuestionProps) {
  const [draft, setDraft] = useState(text);
  return (
    <Textarea
      variant="unstyled"
      aria-label={label}
      autosize
      minRows={1}
      maxLength={interviewLimits.question}
      value={draft}
      readOnly={readOnly}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={() => draft !== text && onSave(draft)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.shiftKey || readOnly) return;
        event.preventDefault();
        onNext(draft);
      }}
    />
  );
}

function onArrows(event: KeyboardEvent, move: (by: number) => void): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!event.altKey || by === undefined) return;
  event.preventDefault();
  move(by);
}
