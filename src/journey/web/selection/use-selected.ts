import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Card } from "../../model.ts";
import { EditRefused } from "../../refusal.ts";
import { type ItemKind, type ItemRef, newItemId, refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import { checkOpen, deleteAll, duplicateAll, keptByLocks } from "./deeds.ts";
import { kindOf, nothing, selectedCards, selectedIds } from "./selection.ts";

/** What is selected, and the deeds on all of it. */
export interface Selected {
  kind: ItemKind;
  ids: readonly string[];
  cards: readonly Card[];
  /** In words: «3 fiches». */
  what: string;
}

/** What is selected now; null when it is nothing that is still there. */
export function useSelected(): Selected | null {
  const { t } = useTranslation("selection");
  const { selection, view } = useMap();
  const current = useStore(selection);
  // Who selects nothing is not drawn again with every key that is typed.
  const map = useStore(view, (now) => (current === nothing ? null : now));
  return useMemo(() => {
    const kind = kindOf(current);
    if (map === null || kind === null) return null;
    const ids = selectedIds(map, current, kind);
    const cards = kind === "card" ? selectedCards(map, current) : [];
    return ids.length === 0 ? null : { kind, ids, cards, what: t(`count.${kind}`, { count: ids.length }) };
  }, [current, map, t]);
}

/** Deletes what is selected, as one deed that can be taken back; what a lock keeps stays, selected, and is said. */
export function useRemoveSelected(): () => void {
  const { t } = useTranslation("selection");
  const { editor, selection, view, offerUndo } = useMap();
  return () => {
    const map = view.get();
    const kind = kindOf(selection.get());
    if (map === null || kind === null || editor === null) return;
    const items = selectedIds(map, selection.get(), kind).map((id): ItemRef => ({ kind, id }));
    const kept = keptByLocks(map);
    const { left = [], free = [] } = Object.groupBy(items, ({ id }) => (kept.has(refOf(kind, id)) ? "left" : "free"));
    const isDone = editor.change((doc) => {
      if (free.length === 0) throw new EditRefused("locked", "cards");
      deleteAll(doc, free);
    });
    if (!isDone) return;
    selection.set(left.length === 0 ? nothing : { ...nothing, refs: new Set(left.map(({ id }) => refOf(kind, id))) });
    const said = t("deleted", { what: t(`count.${kind}`, { count: free.length }) });
    offerUndo(left.length === 0 ? said : `${said}. ${t("left", { count: left.length })}`);
  };
}

export function useDuplicateSelected(): () => void {
  const { editor, selection, view } = useMap();
  return () => {
    const map = view.get();
    if (map === null || editor === null) return;
    const cards = selectedCards(map, selection.get());
    const made: string[] = [];
    editor.change((doc) => {
      checkOpen(map, cards);
      made.push(...duplicateAll(doc, map, cards, newItemId));
    });
    if (made.length > 0) selection.set({ ...nothing, refs: new Set(made.map((id) => refOf("card", id))) });
  };
}
