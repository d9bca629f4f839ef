import { Menu } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { CopyItem } from "./clipboard/copy-item.tsx";
import { TalkItems } from "./comments/talk-items.tsx";
import classes from "./item.module.css";
import { useMap } from "./map-context.ts";

export interface MenuEntry {
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  onClick?: () => void;
  /** A list to choose one of, behind this entry. */
  choices?: readonly Choice[];
}

type Run = (deed: MenuEntry["onClick"]) => void;

interface Choice {
  label: string;
  isChosen: boolean;
  onClick: () => void;
}

/** The deeds on one item, for pointers and touch; the keyboard opens it with the menu key or Shift+F10. Its entries are made when it opens. */
export function ItemMenu({ name, entries }: { name: string; entries: () => readonly MenuEntry[] }) {
  const { t } = useMap();
  /** The item that it is open on, as `refOf`. */
  const [subject, setSubject] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const trigger = (
    <button
      ref={button}
      type="button"
      className={classes["more"]}
      data-menu
      tabIndex={-1}
      aria-label={t("itemMenu", { name })}
      aria-haspopup="menu"
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        setSubject(subject === null ? subjectAround(event.currentTarget) : null);
      }}
    />
  );
  // A map has hundreds of items: a menu exists only while it is open.
  if (subject === null) return trigger;
  const item = () =>
    button.current?.closest<HTMLElement>("[data-item]") ??
    button.current?.parentElement?.querySelector<HTMLElement>("[data-item]");
  /** The item opens what its menu opens, and so gets the focus back from it. */
  const run: Run = (deed) => {
    item()?.focus();
    deed?.();
  };
  const close = () => {
    const owner = item();
    setSubject(null);
    // A deed may have started writing somewhere: the focus is only brought back when nothing took it.
    requestAnimationFrame(() => document.activeElement === document.body && owner?.focus());
  };
  return (
    <Menu opened onClose={close} returnFocus={false} position="bottom-start" shadow="md" trapFocus>
      <Menu.Target>{trigger}</Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()}>
        <TalkItems subject={subject} />
        <CopyItem subject={subject} />
        <Entries entries={entries()} run={run} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The item that a menu belongs to, as `refOf`. */
function subjectAround(button: HTMLElement): string {
  const item =
    button.closest<HTMLElement>("[data-ref]") ?? button.parentElement?.querySelector<HTMLElement>("[data-ref]");
  return item?.dataset["ref"] ?? "";
}

function Entries({ entries, run }: { entries: readonly MenuEntry[]; run: Run }) {
  return entries.map(({ label, icon, shortcut, isDanger = false, isDisabled = false, onClick, choices }) =>
    choices === undefined ? (
      <Menu.Item
        key={label}
        leftSection={icon}
        disabled={isDisabled}
        {...(isDanger ? { color: "red" } : {})}
        rightSection={shortcut !== undefined && <kbd className={classes["shortcut"]}>{shortcut}</kbd>}
        onClick={() => run(onClick)}
      >
        {label}
      </Menu.Item>
    ) : (
      <Choices key={label} label={label} icon={icon} choices={choices} />
    ),
  );
}

/** A list behind an entry: it opens under the pointer, and by a press or Enter where nothing hovers. */
function Choices({ label, icon, choices }: { label: string; icon: ReactNode; choices: readonly Choice[] }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Menu.Sub opened={isOpen} onChange={setIsOpen}>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={icon} closeMenuOnClick={false} onClick={() => setIsOpen(true)}>
          {label}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {choices.map((choice) => (
          <Menu.RadioItem
            key={choice.label}
            value={choice.label}
            checked={choice.isChosen}
            closeMenuOnClick
            onChange={choice.onClick}
          >
            {choice.label}
          </Menu.RadioItem>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
