import { ActionIcon, Button, Indicator, Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useFormat } from "./use-format.ts";
import classes from "./inbox.module.css";

export interface InboxItem {
  id: string;
  isSeen: boolean;
  /** What it is about, in a few words, and one line of it. */
  title: ReactNode;
  text: string;
  at: string;
}

interface InboxProps<Item extends InboxItem> {
  icon: ReactNode;
  title: string;
  /** The button's name: the title with what has not been seen. */
  label: string;
  unseen: number;
  items: readonly Item[];
  /** What stands where there are no items. */
  none: string;
  /** What marks all as seen is called. */
  allSeen: string;
  onAllSeen: () => void;
  onOpen: (item: Item) => void;
  /** Where there is more of it. */
  more?: { label: string; onOpen: () => void };
}

/** What a reader is told of, behind a button of the page's bar that counts what they have not seen. */
export function Inbox<Item extends InboxItem>({
  icon,
  title,
  label,
  unseen,
  items,
  none,
  allSeen,
  onAllSeen,
  onOpen,
  more,
}: InboxProps<Item>) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" width={340} trapFocus returnFocus>
      <Indicator disabled={unseen === 0} label={unseen} size={15} offset={8} color="red">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-haspopup="dialog"
            aria-label={label}
            onClick={() => setIsOpen(!isOpen)}
          >
            {icon}
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className={classes["inbox"] ?? ""} aria-label={title}>
        <div className={classes["head"]}>
          <h2>{title}</h2>
          {unseen > 0 && (
            <Button variant="subtle" size="compact-xs" onClick={onAllSeen}>
              {allSeen}
            </Button>
          )}
        </div>
        {items.length === 0 && <p>{none}</p>}
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <InboxLine
                item={item}
                onOpen={() => {
                  close();
                  onOpen(item);
                }}
              />
            </li>
          ))}
        </ul>
        {more !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            fullWidth
            onClick={() => {
              close();
              more.onOpen();
            }}
          >
            {more.label}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function InboxLine({ item: { isSeen, title, text, at }, onOpen }: { item: InboxItem; onOpen: () => void }) {
  const format = useFormat();
  const [now] = useState(Date.now);
  return (
    <button type="button" data-seen={isSeen} onClick={onOpen}>
      <span>
        {title}
        <time dateTime={at}>{format.ago(at, now)}</time>
      </span>
      <span>{text}</span>
    </button>
  );
}
