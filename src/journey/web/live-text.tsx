import { Textarea } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import { caretAfter } from "./caret.ts";

interface LiveTextProps {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  readOnly: boolean;
  minRows?: number;
  onType: (text: string) => void;
}

/**
 * A text that others may be writing too: every key is kept at once, and what others type never moves the caret away from
 * one's own words.
 */
export function LiveText({ label, hint, value, maxLength, readOnly, minRows = 2, onType }: LiveTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null || current.value === value) return;
    const caret = caretAfter(current.value, value, current.selectionStart);
    current.value = value;
    if (document.activeElement === current) current.setSelectionRange(caret, caret);
  }, [value]);
  return (
    <Textarea
      ref={field}
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      defaultValue={value}
      maxLength={maxLength}
      readOnly={readOnly}
      minRows={minRows}
      styles={{ input: { fieldSizing: "content" } }}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
