import type { ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { toast, toastError } from "#ui/toast.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Clip, clipType, htmlOf, tableOf, writeClip, writeTable } from "../../clipboard.ts";
import { type ItemRef, readRef } from "../item.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import { nothing } from "../selection/selection.ts";
import { useRemoveSelected } from "../selection/use-selected.ts";
import { clipOf } from "./clip-of.ts";
import { useCounts } from "./use-counts.ts";
import { usePaste } from "./use-paste.tsx";

/** Copies what is selected, or one item, by a button; the clipboard is filled by the event, which plain HTTP allows too. */
export function useCopy(): (item?: ItemRef) => void {
  const { t } = useTranslation("clipboard");
  const counts = useCounts();
  const clip = useClip();
  const fill = useFill();
  return (item) => {
    const copied = clip(item ?? null, item !== undefined);
    if (copied === null) return;
    const onCopy = (event: globalThis.ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.clipboardData !== null) fill(event.clipboardData, copied);
    };
    document.addEventListener("copy", onCopy, { capture: true });
    const isDone = document.execCommand("copy");
    document.removeEventListener("copy", onCopy, { capture: true });
    if (isDone) toast(t("copied", { what: counts(copied) }));
    else toastError({ sentence: t("copyFailedTitle"), remedy: t("copyFailed") });
  };
}

/** Ctrl+C, Ctrl+X and Ctrl+V on the map. */
export function useClipboard() {
  const { t } = useTranslation("clipboard");
  const { editor, mayAddCards, remove, selection } = useMap();
  const counts = useCounts();
  const clip = useClip();
  const fill = useFill();
  const paste = usePaste();
  const removeSelected = useRemoveSelected();

  const copy = (event: ClipboardEvent<HTMLDivElement>): Clip | null => {
    const copied = isWriting(event) ? null : clip(focusedItem(event), false);
    if (copied === null) return null;
    event.preventDefault();
    fill(event.clipboardData, copied);
    return copied;
  };
  return {
    onCopy: (event: ClipboardEvent<HTMLDivElement>) => {
      const copied = copy(event);
      if (copied !== null) toast(t("copied", { what: counts(copied) }));
    },
    onCut: (event: ClipboardEvent<HTMLDivElement>) => {
      const copied = copy(event);
      const item = focusedItem(event);
      if (copied === null) return;
      if (editor === null) toastError({ sentence: t("cutCopied"), remedy: t("cutEditors") });
      else if (selection.get().refs.size > 0) removeSelected();
      else if (item !== null) remove(item, counts(copied));
    },
    onPaste: (event: ClipboardEvent<HTMLDivElement>) => {
      if (isWriting(event) || event.clipboardData.files.length > 0 || !mayAddCards) return;
      event.preventDefault();
      paste.take(event.clipboardData, event.target as Element);
    },
    /** Asks when what is pasted is larger than the map. */
    dialog: paste.dialog,
  };
}

function useClip(): (focused: ItemRef | null, only: boolean) => Clip | null {
  const { id: workspaceId } = useWorkspace();
  const { selection, view } = useMap();
  return (focused, only) => {
    const map = view.get();
    const chosen = only ? nothing : selection.get();
    return map === null ? null : clipOf(map, workspaceId, chosen, focused);
  };
}

function useFill(): (data: DataTransfer, clip: Clip) => void {
  const laneName = useLaneName();
  return (data, clip) => {
    const table = tableOf(clip, laneName);
    const [[only] = [], ...others] = table;
    const isOneText = table.length === 1 && table[0]?.length === 1 && others.length === 0;
    data.setData("text/plain", isOneText ? (only ?? "") : writeTable(table));
    data.setData("text/html", htmlOf(table));
    data.setData(clipType, writeClip(clip));
  };
}

/** A text that is being written, or that the pointer marked, is copied as a text. */
function isWriting({ target }: ClipboardEvent): boolean {
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  return isField || getSelection()?.isCollapsed === false;
}

function focusedItem({ target }: ClipboardEvent): ItemRef | null {
  return target instanceof Element ? readRef(target.closest<HTMLElement>("[data-ref]")?.dataset["ref"]) : null;
}
