import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { limits } from "../limits.ts";
import { typedOver } from "../typed-over.ts";
import { showInstead } from "./caret.ts";
import { type ItemRef, refOf } from "./item.ts";
import classes from "./item.module.css";
import { useMap } from "./map-context.ts";
import { useStore } from "./store.ts";

interface ItemTextProps {
  item: ItemRef & { kind: "stage" | "step" | "lane" | "card" };
  text: string;
  /** What a lane without a name of its own is called. */
  unnamed?: string | undefined;
}

/** An item's name or text, written in place. */
export function ItemText({ item, text, unnamed }: ItemTextProps) {
  const { t, editor, editing } = useMap();
  const ref = refOf(item.kind, item.id);
  const isEditing = useStore(editing, (current) => current === ref);
  const placeholder = () => unnamed ?? t(item.kind === "lane" ? "lane" : `${item.kind}Placeholder`);
  if (!isEditing || editor === null)
    return (
      <span className={classes["text"]} data-empty={text === "" && item.kind !== "lane"}>
        {text === "" ? placeholder() : text}
      </span>
    );
  const label = t(item.kind);
  const stop = () => {
    if (editing.get() === ref) editing.set(null);
  };
  if (item.kind === "card") {
    return (
      <TextField
        text={text}
        placeholder={placeholder()}
        label={label}
        // Others read along while one types, and nothing is lost when the tab goes.
        onType={(typed, shown) => {
          if (typed.length > limits.text) return false;
          editor.write(item, typed, shown);
          return true;
        }}
        onDone={(typed) => {
          if (typed.length > limits.text) {
            // What is too long to be kept is said, and stays in the field to be cut.
            editor.write(item, typed);
            return false;
          }
          stop();
          if (typed.trim() === "") editor.discard(item);
          return true;
        }}
      />
    );
  }
  return (
    <TextField
      text={text}
      placeholder={placeholder()}
      label={label}
      onDone={(typed) => {
        stop();
        if (typed.trim() !== text) editor.write(item, typed.trim());
      }}
      onGiveUp={() => {
        // A lane without a name of its own has that of its kind.
        if (text === "" && item.kind !== "lane" && editor.isNew(item)) editor.discard(item);
      }}
    />
  );
}

interface TextFieldProps {
  text: string;
  placeholder: string;
  label: string;
  /** With the text that `typed` is written over, as it was last shown. False: it is not kept yet. */
  onType?: (typed: string, shown: string) => boolean;
  /**
   * With what stays: what was typed, or the text as it was when writing was given up. `isHere` after a key that leads nowhere
   * else. False: it cannot be kept.
   */
  onDone: (text: string, isHere: boolean) => boolean | void;
  /** After Escape. */
  onGiveUp?: () => void;
}

/** Writes in place: Enter and leaving keep the text, Escape gives it up, Shift+Enter breaks the line. */
export function TextField({ text, placeholder, label, onType, onDone, onGiveUp }: TextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [first] = useState(text);
  /** What was last shown of the text and kept of what is typed: one's next key is meant as a change of that. */
  const shown = useRef(text);
  /** The text without one's own words. */
  const before = useRef(text);
  const isDone = useRef(false);
  const isLive = onType !== undefined;
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  // The field keeps its own text, so that what others type into it never moves the caret away from one's words.
  useLayoutEffect(() => {
    const { current } = field;
    if (!isLive || current === null || shown.current === text) return;
    before.current = typedOver(shown.current, text, before.current);
    showInstead(current, typedOver(shown.current, current.value, text));
    shown.current = text;
  }, [isLive, text]);
  const type = (typed: string) => {
    if (onType?.(typed, shown.current) === true) shown.current = typed;
  };
  const done = (kept: string, key?: string) => {
    if (isDone.current) return;
    isDone.current = true;
    const owner = field.current?.closest<HTMLElement>("[data-item]");
    if (onDone(kept, key === "Enter" || key === "Escape") === false) isDone.current = false;
    else if (key !== undefined) owner?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      done(event.currentTarget.value, event.key);
    } else if (event.key === "Escape") {
      event.preventDefault();
      type(before.current);
      done(before.current, event.key);
      onGiveUp?.();
    } else if (event.key === "Tab") {
      // The map moves on to the next place, as in a spreadsheet.
      done(event.currentTarget.value, event.key);
      return;
    }
    event.stopPropagation();
  };
  return (
    <textarea
      ref={field}
      className={classes["field"]}
      rows={1}
      defaultValue={first}
      placeholder={placeholder}
      aria-label={label}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => done(event.currentTarget.value)}
    />
  );
}
