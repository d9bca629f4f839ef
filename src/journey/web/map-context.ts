import type { TFunction } from "i18next";
import { createContext, useContext } from "react";
import type { JourneyConnection } from "./connection.ts";
import type { MapEditor } from "./editor.ts";
import type { ItemRef } from "./item.ts";
import type { Linking } from "./links/link-dialog.tsx";
import type { MapView } from "./map-view.ts";
import type { CommandShelf } from "./palette/commands.ts";
import type { Pointer, Presence } from "./presence.ts";
import type { PanelKind } from "./screen-context.ts";
import type { Selection } from "./selection/selection.ts";
import type { Store } from "./store.ts";

/** Rooms of words that the parts of the map take theirs from. */
export const mapWords = ["journey", "links", "atlas", "comments"] as const;
export type MapWords = TFunction<typeof mapWords>;

/** What the parts of a map share. It stays the same object while the map is open; what changes is in its stores. */
export interface MapTools {
  journeyId: string;
  view: Store<MapView | null>;
  /** Null for those who may not edit. */
  editor: MapEditor | null;
  /** Whether one may add cards, which goes through the API for those who may not edit. */
  mayAddCards: boolean;
  /** The item whose text is being written, as `refOf`. */
  editing: Store<string | null>;
  /** The words of the map; hundreds of its parts use them, and a hook for each would cost more than the parts. */
  t: MapWords;
  /** The cell (`lane step`) in which a contributor writes a new card. */
  drafting: Store<string | null>;
  /** The step for which a touchpoint is being picked. */
  placing: Store<string | null>;
  /** The step or touchpoint that is being linked with another, or the link that is being changed. */
  linking: Store<Linking | null>;
  /** The step that another journey is about to tell in detail. */
  detailing: Store<string | null>;
  /** The placement whose touchpoint is open beside the map. */
  opened: Store<string | null>;
  presence: Store<Presence>;
  pointers: Store<readonly Pointer[]>;
  pulls: JourneyConnection["pulls"];
  /** Tells the others what one is on, has selected, points at, looks at, drags or pulls. */
  say: JourneyConnection["say"];
  /** Whose eyes one follows, by user; null: one's own. */
  following: Store<string | null>;
  /** What is selected beside the thing that has the focus. */
  selection: Store<Selection>;
  /** How large the map is drawn. */
  zoom: Store<number>;
  /** What the parts of the screen offer to the palette. */
  commands: CommandShelf;
  /** Starts writing an item, when it may be written. */
  edit: (ref: string | null) => void;
  addCard: (laneId: string, stepId: string, index?: number) => void;
  /** Deletes and offers to take it back. */
  remove: (item: ItemRef, name: string) => void;
  /** Says what was just done and offers to take it back. */
  offerUndo: (message: string) => void;
  openTouchpoint: (placementId: string) => void;
  /** Opens a panel beside the map, on an item when it is about one (as `refOf`). */
  openPanel: (panel: PanelKind, item?: string) => void;
}

export const MapContext = createContext<MapTools | null>(null);

export function useMap(): MapTools {
  const tools = useContext(MapContext);
  if (tools === null) throw new Error("A part of the map outside of the map.");
  return tools;
}
