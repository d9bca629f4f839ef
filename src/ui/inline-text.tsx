import { type KeyboardEvent, useState } from "react";
import classes from "./inline-text.module.css";

interface InlineTextProps {
  value: string;
  /** Says what is edited, as there is no label on screen. */
  label: string;
  onSave: (value: string) => void;
  maxLength?: number;
  readOnly?: boolean;
  placeholder?: string;
  /** Whether nothing is a value too; otherwise an emptied text goes back to what it was. */
  mayBeEmpty?: boolean;
}

/** A text that is edited where it stands: Enter or leaving keeps it, Escape takes it back. */
export function InlineText({
  value,
  label,
  onSave,
  maxLength = 200,
  readOnly = false,
  placeholder,
  mayBeEmpty = false,
}: InlineTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const leave = () => {
    const next = draft?.trim();
    if (next !== undefined && next !== value && (next !== "" || mayBeEmpty)) onSave(next);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") event.currentTarget.blur();
    if (event.key === "Escape" && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <input
      className={classes["input"]}
      aria-label={label}
      value={draft ?? value}
      readOnly={readOnly}
      maxLength={maxLength}
      placeholder={placeholder}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}
