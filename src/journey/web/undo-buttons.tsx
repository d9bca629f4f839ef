import { ActionIcon, Tooltip } from "@mantine/core";
import { Redo2, Undo2 } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { MapEditor } from "./editor.ts";
import { useKeyNames } from "./palette/use-key-names.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** Takes back one's own changes; also by Ctrl/Cmd+Z and Shift+Z wherever no text is being written. */
export function UndoButtons({ editor }: { editor: MapEditor }) {
  const { t } = useTranslation("journey");
  const keyNames = useKeyNames();
  const { canUndo, canRedo } = useStore(editor.undoState);
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
      <Tooltip label={`${t("undo")} (${keyNames("Ctrl+Z")})`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("undo")}
          aria-disabled={!canUndo}
          c={canUndo ? "var(--ink)" : "var(--line-strong)"}
          onClick={editor.undo}
        >
          <Undo2 size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t("redo")} (${keyNames("Ctrl+Shift+Z")})`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("redo")}
          aria-disabled={!canRedo}
          c={canRedo ? "var(--ink)" : "var(--line-strong)"}
          onClick={editor.redo}
        >
          <Redo2 size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
