import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type ItemRef, readRef } from "./item.ts";
import type { Linking } from "./links/link-dialog.tsx";
import { type MapTools, mapWords } from "./map-context.ts";
import { mostSelected } from "./presence.ts";
import type { ScreenSearch } from "./screen-context.ts";
import { nothing } from "./selection/selection.ts";
import { createStore } from "./store.ts";
import { showUndoNotice } from "./undo-notice.tsx";
import { rememberZoom, rememberedZoom } from "./zoom/zoom.ts";
import type { OpenJourney } from "./use-journey-document.ts";

/** Makes what the parts of the map share; the same object as long as the journey is open. */
export function useMapTools(
  journeyId: string,
  { connection, editor }: OpenJourney,
  mayContribute: boolean,
  show: (change: ScreenSearch) => void,
): MapTools {
  const { t } = useTranslation(mapWords);
  return useMemo((): MapTools => {
    const editing = createStore<string | null>(null);
    const drafting = createStore<string | null>(null);
    const selection = createStore(nothing);
    selection.subscribe(() => connection.say("selected", [...selection.get().refs].slice(0, mostSelected)));
    const zoom = createStore(rememberedZoom());
    zoom.subscribe(() => rememberZoom(zoom.get()));
    const edit = (ref: string | null) => {
      const item = readRef(ref);
      if (ref !== null && item !== null && editor?.mayWrite(item) === true) editing.set(ref);
    };
    const offerUndo = (message: string) => {
      const deed = editor?.latest() ?? null;
      if (deed === null) return;
      deed.whenPast(showUndoNotice(message, { label: t("undo"), run: deed.takeBack }));
    };
    const remove = (item: ItemRef, name: string) => {
      if ((editor?.remove(item) ?? null) !== null)
        offerUndo(t("deleted", { what: t(`kindDeleted.${item.kind}`, { name }) }));
    };
    return {
      journeyId,
      t,
      view: connection.view,
      presence: connection.presence,
      editor,
      mayAddCards: editor !== null || mayContribute,
      editing,
      drafting,
      placing: createStore<string | null>(null),
      linking: createStore<Linking | null>(null),
      detailing: createStore<string | null>(null),
      opened: createStore<string | null>(null),
      pointers: connection.pointers,
      pulls: connection.pulls,
      say: connection.say,
      following: createStore<string | null>(null),
      selection,
      zoom,
      commands: new Set(),
      edit,
      addCard: (laneId, stepId, index) =>
        editor === null ? drafting.set(`${laneId} ${stepId}`) : edit(editor.addCard(laneId, stepId, index)),
      remove,
      offerUndo,
      openTouchpoint: (touchpoint) => show({ touchpoint, panel: undefined, item: undefined }),
      openPanel: (panel, item) => show({ panel, item, touchpoint: undefined }),
    };
  }, [journeyId, connection, editor, mayContribute, show, t]);
}
