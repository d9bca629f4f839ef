import { HocuspocusProvider, WebSocketStatus } from "@hocuspocus/provider";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { ApiError, call } from "#ui/call.ts";
import { openLive } from "../api.ts";
import { readDocument } from "../document.ts";
import { type Durability, livePath, readLiveMessage } from "../live.ts";
import type { JourneyDocument } from "../model.ts";
import { type MapView, mapViewOf } from "./map-view.ts";
import { type Presence, nobody, presenceOf } from "./presence.ts";
import { type Store, createStore } from "./store.ts";

/**
 * `opening`: nothing to show yet; `saving`: the server has not confirmed the latest change; `offline`: changes are kept
 * on this device until the server is back; `refused`: the server does not let us in any more.
 */
export type SyncState = "opening" | "saved" | "saving" | "offline" | "refused";

/** One's own link to a live journey; `close` it with the screen. */
export interface JourneyConnection {
  doc: Y.Doc;
  view: Store<MapView | null>;
  sync: Store<SyncState>;
  presence: Store<Presence>;
  /** Tells the others what one is on. */
  pointAt: (ref: string | null) => void;
  close: () => void;
}

/** Wait between two tries to get a token while the server cannot be reached, in milliseconds. */
const tokenRetry = 3_000;

/** Opens the document: what this device holds at once (only of those who may edit), then the server's. */
export function connectJourney(
  journeyId: string,
  user: { id: string; name: string },
  isEditor: boolean,
): JourneyConnection {
  const doc = new Y.Doc();
  const view = createStore<MapView | null>(null);
  const sync = createStore<SyncState>("opening");
  const presence = createStore<Presence>(nobody);
  const closing = new AbortController();
  let document: JourneyDocument | undefined;
  let provider: HocuspocusProvider | null = null;
  let isRefused = false;
  let durability: Durability = "saving";

  const redraw = () => {
    if (doc.getMap("meta").size === 0) return;
    document = readDocument(doc, document);
    view.set(mapViewOf(document, view.get()));
  };
  const report = () => {
    const socket = provider?.configuration.websocketProvider.status;
    if (isRefused) sync.set("refused");
    else if (socket !== WebSocketStatus.Connected || provider?.isAuthenticated !== true)
      sync.set(view.get() === null ? "opening" : "offline");
    else sync.set(provider.hasUnsyncedChanges || durability !== "saved" ? "saving" : "saved");
  };
  const token = async () => {
    for (;;) {
      try {
        return (await call(openLive, { params: { journeyId }, signal: closing.signal })).token;
      } catch (error) {
        const isGone = error instanceof ApiError && ["not_signed_in", "not_allowed", "not_found"].includes(error.code);
        if (closing.signal.aborted || isGone) {
          isRefused = isGone;
          report();
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, tokenRetry));
      }
    }
  };
  doc.on("update", redraw);

  const local = isEditor ? new IndexeddbPersistence(`parcours-journey-${journeyId}`, doc) : null;
  const connect = () => {
    if (closing.signal.aborted) return;
    const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${livePath}`;
    provider = new HocuspocusProvider({
      url,
      name: journeyId,
      document: doc,
      token,
      onStatus: report,
      onAuthenticated: report,
      onSynced: () => {
        redraw();
        report();
      },
      onUnsyncedChanges: report,
      onStateless: ({ payload }) => {
        durability = readLiveMessage(payload)?.durability ?? durability;
        report();
      },
      onClose: report,
      onAwarenessChange: () => presence.set(presenceOf(provider?.awareness?.getStates() ?? new Map(), doc.clientID)),
    });
    provider.awareness?.setLocalStateField("user", user);
  };
  // A device that refuses storage (a private window) still gets the live map.
  void (local?.whenSynced ?? Promise.resolve()).then(connect, connect);

  return {
    doc,
    view,
    sync,
    presence,
    pointAt: (ref) => provider?.awareness?.setLocalStateField("at", ref),
    close: () => {
      closing.abort();
      provider?.destroy();
      void local?.destroy();
      doc.destroy();
    },
  };
}
