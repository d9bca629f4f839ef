import { Textarea } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import { typedOver } from "../typed-over.ts";
import { showInstead } from "./caret.ts";

interface LiveTextProps {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  readOnly: boolean;
  minRows?: number;
  /** With the text that `typed` is written over, as it was last shown. */
  onType: (typed: string, shown: string) => void;
}

/**
 * A text that others may be writing too: every key is kept at once, and what others type never moves the caret away from
 * one's own words.
 */
export function LiveText({ label, hint, value, maxLength, readOnly, minRows = 2, onType }: LiveTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(value);
  useLayoutEffect(() => {
    if (field.current === null || shown.current === value) return;
    showInstead(field.current, typedOver(shown.current, field.current.value, value));
    shown.current = value;
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
      onChange={({ currentTarget }) => {
        onType(currentTarget.value, shown.current);
        shown.current = currentTarget.value;
      }}
    />
  );
}
