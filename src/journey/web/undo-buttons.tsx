import { ActionIcon, Tooltip } from "@mantine/core";
import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { MapEditor } from "./editor.ts";
import { useKeyNames } from "./palette/use-key-names.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** Takes back one's own changes; also by Ctrl/Cmd+Z and Shift+Z wherever no text is being written. */
export function UndoButtons({ editor }: { editor: MapEditor }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isWriting =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]") !== null;
      if (isWriting || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === "y" || (key === "z" && event.shiftKey)) editor.redo();
      else if (key === "z") editor.undo();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [editor]);
  return (
    <div className={classes["wide"]}>
      <DeedButton editor={editor} deed="undo" keys="Ctrl+Z" icon={<Undo2 size={17} aria-hidden />} />
      <DeedButton editor={editor} deed="redo" keys="Ctrl+Shift+Z" icon={<Redo2 size={17} aria-hidden />} />
    </div>
  );
}

interface DeedButtonProps {
  editor: MapEditor;
  deed: "undo" | "redo";
  keys: string;
  icon: ReactNode;
}

function DeedButton({ editor, deed, keys, icon }: DeedButtonProps) {
  const { t } = useTranslation("journey");
  const keyNames = useKeyNames();
  const can = useStore(editor.undoState, ({ canUndo, canRedo }) => (deed === "undo" ? canUndo : canRedo));
  return (
    <Tooltip label={`${t(deed)} (${keyNames(keys)})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t(deed)}
        aria-disabled={!can}
        c={can ? "var(--ink)" : "var(--line-strong)"}
        onClick={editor[deed]}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
