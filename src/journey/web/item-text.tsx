import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { type ItemRef, refOf } from "./item.ts";
import classes from "./item.module.css";
import { useMap } from "./map-context.ts";
import { useStore } from "./store.ts";

interface ItemTextProps {
  item: ItemRef;
  text: string;
  placeholder: string;
  /** What is being written, for those who do not see it. */
  label: string;
}

/** An item's name or text, written in place. */
export function ItemText({ item, text, placeholder, label }: ItemTextProps) {
  const { editor, editing } = useMap();
  const ref = refOf(item.kind, item.id);
  const isEditing = useStore(editing, (current) => current === ref);
  if (!isEditing || editor === null)
    return (
      <span className={classes["text"]} data-empty={text === "" && item.kind !== "lane"}>
        {text === "" ? placeholder : text}
      </span>
    );
  const stop = () => {
    if (editing.get() === ref) editing.set(null);
  };
  if (item.kind === "card") {
    return (
      <TextField
        text={text}
        placeholder={placeholder}
        label={label}
        // Others read along while one types, and nothing is lost when the tab goes.
        onType={(typed) => editor.write(item, typed)}
        onDone={(typed) => {
          stop();
          if (typed.trim() === "") editor.remove(item);
        }}
      />
    );
  }
  return (
    <TextField
      text={text}
      placeholder={placeholder}
      label={label}
      onDone={(typed) => {
        stop();
        if (typed.trim() !== text) editor.write(item, typed.trim());
      }}
    />
  );
}

interface TextFieldProps {
  text: string;
  placeholder: string;
  label: string;
  onType?: (text: string) => void;
  /** With what stays: what was typed, or the text as it was when writing was given up. */
  onDone: (text: string) => void;
}

/** Writes in place: Enter and leaving keep the text, Escape gives it up, Shift+Enter breaks the line. */
export function TextField({ text, placeholder, label, onType, onDone }: TextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [before] = useState(text);
  const [draft, setDraft] = useState(text);
  const isDone = useRef(false);
  useFollow(field, text, draft, setDraft, onType !== undefined);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = (kept: string, refocus: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const owner = field.current?.closest<HTMLElement>("[data-item]");
    onDone(kept);
    if (refocus) owner?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      done(draft, true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      onType?.(before);
      done(before, true);
    } else if (event.key === "Tab") {
      // The map moves on to the next place, as in a spreadsheet.
      done(draft, true);
      return;
    }
    event.stopPropagation();
  };
  return (
    <textarea
      ref={field}
      className={classes["field"]}
      rows={1}
      value={draft}
      placeholder={placeholder}
      aria-label={label}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onType?.(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => done(draft, false)}
    />
  );
}

/** What others type into the same text arrives while one writes; the caret stays where it is in the text. */
function useFollow(
  field: React.RefObject<HTMLTextAreaElement | null>,
  text: string,
  draft: string,
  setDraft: (text: string) => void,
  isLive: boolean,
): void {
  const [known, setKnown] = useState(text);
  const caret = useRef<number | null>(null);
  if (isLive && text !== known) {
    setKnown(text);
    if (text !== draft) {
      const at = field.current?.selectionStart ?? draft.length;
      const isBeforeCaret = text.startsWith(draft.slice(0, at));
      caret.current = isBeforeCaret ? at : Math.max(0, at + text.length - draft.length);
      setDraft(text);
    }
  }
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
}
