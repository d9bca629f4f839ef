import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { membersQuery, useWorkspace } from "#workspace/web/index.ts";
import classes from "./comments.module.css";
import { complete, type Draft, draftAt, matching, mentionsIn, type Named } from "./mention-text.ts";

/** What is sent: the text, and those whose names stand in it. */
export interface Written {
  text: string;
  mentions: string[];
}

interface ComposerProps {
  label: string;
  action: string;
  initial?: string;
  /** Takes the focus when it appears. */
  isWanted?: boolean;
  isBusy: boolean;
  error: unknown;
  /** The text stays until it is stored. */
  onSend: (written: Written) => Promise<unknown>;
  onCancel?: () => void;
  extra?: ReactNode;
}

const mostNames = 6;
const nobody: readonly Named[] = [];

/** Where a comment is written: `@` proposes members, Ctrl+Enter sends. */
export function Composer(props: ComposerProps) {
  const { label, action, initial = "", isWanted = false, isBusy, error, onSend, onCancel } = props;
  const { t } = useTranslation("comments");
  const { id: workspaceId } = useWorkspace();
  const members = useQuery(membersQuery(workspaceId)).data ?? nobody;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const names = useNames(members, text, field, setText);
  const isEmpty = text.trim() === "";
  useEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted]);

  const send = () => {
    if (isEmpty || isBusy) return;
    onSend({ text: text.trim(), mentions: mentionsIn(text, members) }).then(
      () => setText(""),
      () => field.current?.focus(),
    );
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (names.press(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && onCancel !== undefined) {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <form
      className={classes["composer"]}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        maxLength={4000}
        rows={1}
        classNames={{ input: classes["field"] ?? "" }}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          names.follow(currentTarget);
        }}
        onClick={({ currentTarget }) => names.follow(currentTarget)}
        onBlur={names.close}
        onKeyDown={press}
        aria-autocomplete="list"
        {...names.field}
      />
      {names.list}
      <ErrorNote error={error} />
      {(!isEmpty || onCancel !== undefined) && (
        <div className={classes["send"]}>
          <small>{t("sendHint")}</small>
          {onCancel !== undefined && (
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              {t("cancel")}
            </Button>
          )}
          <Button size="compact-sm" type="submit" disabled={isEmpty} loading={isBusy}>
            {action}
          </Button>
        </div>
      )}
    </form>
  );
}

/** The list of names that a mention being written may become; arrows choose, Enter or Tab takes, Escape leaves it. */
function useNames(
  members: readonly Named[],
  text: string,
  field: { current: HTMLTextAreaElement | null },
  setText: (text: string) => void,
) {
  const { t } = useTranslation("comments");
  const listId = useId();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [active, setActive] = useState(0);
  const found = draft === null ? [] : matching(members, draft.query).slice(0, mostNames);
  const close = () => setDraft(null);
  const follow = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setDraft(draftAt(value, selectionStart));
    setActive(0);
  };
  const take = (person: Named) => {
    if (draft === null) return;
    const done = complete(text, draft, person.name);
    // At once: whoever types on would otherwise write where the caret was.
    flushSync(() => setText(done.text));
    field.current?.setSelectionRange(done.caret, done.caret);
    close();
  };
  const press = (event: KeyboardEvent): boolean => {
    const person = found[active];
    if (person === undefined) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setActive((active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
    } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(person);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    return true;
  };
  const idOf = (index: number) => `${listId}-${index}`;
  return {
    press,
    follow,
    close,
    field: found.length === 0 ? {} : { "aria-controls": listId, "aria-activedescendant": idOf(active) },
    list: found.length > 0 && (
      <div id={listId} role="listbox" aria-label={t("members")} className={classes["names"]}>
        {found.map((person, index) => (
          // The keys are those of the field, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={person.userId}
            id={idOf(index)}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            {person.name}
          </div>
        ))}
      </div>
    ),
  };
}
