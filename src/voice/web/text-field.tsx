import { Textarea, type TextareaProps } from "@mantine/core";
import { type Texts, limits } from "../model.ts";
import classes from "./survey-form.module.css";

interface TextFieldProps extends Omit<TextareaProps, "value" | "onChange"> {
  texts: Texts;
  /** The language being written. */
  language: string;
  onTexts: (texts: Texts) => void;
}

/** A text of the survey in the language being written; while it is empty, what is read instead of it shows in it. */
export function TextField({ texts, language, onTexts, ...field }: TextFieldProps) {
  return (
    <Textarea
      autosize
      minRows={1}
      maxRows={6}
      className={classes["text"] ?? ""}
      lang={language}
      dir="auto"
      maxLength={limits.questionCharacters}
      placeholder={Object.values(texts).find(Boolean)}
      value={texts[language] ?? ""}
      onChange={({ currentTarget }) => onTexts({ ...texts, [language]: currentTarget.value })}
      {...field}
    />
  );
}
