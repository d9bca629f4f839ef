import { Menu } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TalkItems } from "./comments/talk-items.tsx";
import classes from "./item.module.css";

export interface MenuEntry {
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
}

/** The deeds on one item, for pointers and touch; the keyboard opens it with the menu key or Shift+F10. Its entries are made when it opens. */
export function ItemMenu({ name, entries }: { name: string; entries: () => readonly MenuEntry[] }) {
  const { t } = useTranslation("journey");
  const [isOpen, setIsOpen] = useState(false);
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
        setIsOpen(!isOpen);
      }}
    />
  );
  // A map has hundreds of items: a menu exists only while it is open.
  if (!isOpen) return trigger;
  const close = () => {
    const item =
      button.current?.closest<HTMLElement>("[data-item]") ??
      button.current?.parentElement?.querySelector<HTMLElement>("[data-item]");
    setIsOpen(false);
    // A deed may have started writing somewhere: the focus is only brought back when nothing took it.
    requestAnimationFrame(() => document.activeElement === document.body && item?.focus());
  };
  return (
    <Menu opened onClose={close} returnFocus={false} position="bottom-start" shadow="md" trapFocus>
      <Menu.Target>{trigger}</Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()}>
        <TalkItems subject={subjectAround(button.current)} />
        {entries().map(({ label, icon, shortcut, isDanger = false, isDisabled = false, onClick }) => (
          <Menu.Item
            key={label}
            leftSection={icon}
            disabled={isDisabled}
            {...(isDanger ? { color: "red" } : {})}
            rightSection={shortcut !== undefined && <kbd className={classes["shortcut"]}>{shortcut}</kbd>}
            onClick={onClick}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The item that a menu belongs to, as `refOf`. */
function subjectAround(button: HTMLElement | null): string {
  const item =
    button?.closest<HTMLElement>("[data-ref]") ?? button?.parentElement?.querySelector<HTMLElement>("[data-ref]");
  return item?.dataset["ref"] ?? "";
}
