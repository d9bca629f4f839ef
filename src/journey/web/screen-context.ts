import { createContext, useContext, useEffect, useState } from "react";
import type { MeasureView } from "#insight/web/index.ts";
import type { JourneySummary } from "../model.ts";
import type { MapFigures } from "./map-figures.ts";
import { useMap } from "./map-context.ts";
import type { MapView } from "./map-view.ts";
import { useStore } from "./store.ts";
import type { ViewSearch } from "./use-figures.ts";

/** The ways to look at one document. */
export const viewKinds = ["map", "table", "matrix", "channels", "story", "present"] as const;
export type ViewKind = (typeof viewKinds)[number];

/** What can be opened beside the map. */
const panelKinds = ["card", "comments", "versions", "warnings", "framing", "share", "votes"] as const;
export type PanelKind = (typeof panelKinds)[number];

/** What the address says of the screen, so that a link shows the same. */
export interface ScreenSearch extends ViewSearch {
  view?: ViewKind | undefined;
  panel?: PanelKind | undefined;
  /** What the panel is about, as `refOf`. */
  item?: string | undefined;
  /** The placement whose touchpoint is open. */
  touchpoint?: string | undefined;
  /** The persona that the map is seen as. */
  persona?: string | undefined;
  /** Whether steps are columns, as usual, or rows. */
  orientation?: string | undefined;
}

/** What views and panels read of the screen they are on, besides its map. */
export interface Screen {
  journey: JourneySummary;
  figures: MapFigures;
  measureView: MeasureView | null;
  search: ScreenSearch;
  show: (change: ScreenSearch) => void;
}

/** Without the map: a context that changed with every key would make React look through all of it for who reads it. */
export const ScreenContext = createContext<Screen | null>(null);

export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (screen === null) throw new Error("A part of the journey screen outside of it.");
  return screen;
}

/** The map that is shown; who reads it is drawn again with every key. */
export function useMapView(): MapView {
  const view = useStore(useMap().view);
  if (view === null) throw new Error("A part of the map before there is one.");
  return view;
}

/** The map as it was when nobody had changed it for `rest` milliseconds, or for `most` while somebody always does. */
export function useRestedMapView(rest: number, most: number): MapView {
  const { view } = useMap();
  const [rested, setRested] = useState(view.get());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due: number | null = null;
    const stop = view.subscribe(() => {
      clearTimeout(timer);
      const now = performance.now();
      if (due === null) due = now + most;
      const look = () => {
        due = null;
        setRested(view.get());
      };
      timer = setTimeout(look, Math.min(rest, due - now));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [view, rest, most]);
  if (rested === null) throw new Error("A part of the map before there is one.");
  return rested;
}
