import { HocuspocusProvider, WebSocketStatus } from "@hocuspocus/provider";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { ApiError, call } from "#ui/call.ts";
import { openLive } from "../api.ts";
import {
  type Durability,
  type Matter,
  closeCodes,
  livePath,
  matters,
  readLiveMessage,
  toldAfterwards,
} from "../live.ts";
import type { JourneyDocument } from "../model.ts";
import type { EmotionPoint } from "../model.ts";
import { createReader } from "../reader.ts";
import { type MapView, mapViewOf } from "./map-view.ts";
import { type Pointer, type Presence, noPulls, nobody, pointersOf, presenceOf, pullsOf } from "./presence.ts";
import { type Store, createStore } from "./store.ts";
import { linkTabs } from "./tabs.ts";

/**
 * `opening`: nothing to show yet; `saving`: the server has not confirmed the latest change; `failing`: it has it
 * but cannot store it yet; `offline`: changes are kept on this device until the server is back; `refused`: the server
 * does not let us in any more.
 */
export type SyncState = "opening" | "saved" | "saving" | "failing" | "offline" | "refused";

/** One's own link to a live journey; `close` it with the screen. */
export interface JourneyConnection {
  doc: Y.Doc;
  view: Store<MapView | null>;
  sync: Store<SyncState>;
  presence: Store<Presence>;
  pointers: Store<readonly Pointer[]>;
  /** The points of emotion that others are pulling. */
  pulls: Store<readonly EmotionPoint[]>;
  /** Tells the others what one is on, has selected, points at, looks at, drags or pulls. */
  say: (matter: "at" | "selected" | "pointer" | "look" | "drag" | "pull", value: unknown) => void;
  /** Hears what changes beside the document; after an interruption, all that may have. Answers how to stop. */
  onChanged: (listener: (changed: readonly Matter[]) => void) => () => void;
  close: () => void;
}

/** The origin of what the server stored, which is nobody's edit. */
const fromServer = "stored";

/** In milliseconds. */
const frame = 16;
/** Wait between two tries to get a token while the server cannot be reached, in milliseconds. */
const tokenRetry = 3_000;
/** What is put off until the page is idle comes after this at the latest; and after this where browsers do not tell. */
const longestWait = 1_000;
const shortWait = 200;
/** From the connection to a first copy on this device, in milliseconds. */
const beforeCopy = 3_000;

/**
 * Opens the document: what this device holds (only of those who may edit) or what the server last `stored` (null: it gives
 * nothing), whichever is there first, then the live one.
 */
export function connectJourney(
  journeyId: string,
  user: { id: string; name: string },
  isEditor: boolean,
  stored: Promise<Uint8Array | null>,
): JourneyConnection {
  const doc = new Y.Doc();
  const view = createStore<MapView | null>(null);
  const sync = createStore<SyncState>("opening");
  const presence = createStore<Presence>(nobody);
  const pointers = createStore<readonly Pointer[]>([]);
  const pulls = createStore(noPulls);
  const closing = new AbortController();
  const reader = createReader(doc);
  let isStale = false;
  let drawn: JourneyDocument | null = null;
  let provider: HocuspocusProvider | null = null;
  let isRefused = false;
  let hasBeenIn = false;
  const openedAt = performance.now();
  let hasTried = false;
  const listeners = new Set<(changed: readonly Matter[]) => void>();
  const tell = (changed: readonly Matter[]) => {
    for (const listener of listeners) listener(changed);
  };
  let durability: Durability = "saving";

  const redraw = () => {
    isStale = false;
    if (doc.getMap("meta").size === 0 || closing.signal.aborted) return;
    const document = reader.read();
    if (document !== drawn) view.set(mapViewOf(document, view.get(), drawn));
    drawn = document;
  };
  /** One's own edits are drawn at once; those of a roomful of others together, once a frame. */
  const onChange = ({ local: isOwn, changed }: Y.Transaction) => {
    if (changed.size === 0) return;
    if (isOwn) redraw();
    else if (!isStale) {
      isStale = true;
      setTimeout(() => isStale && redraw(), frame);
    }
  };
  const report = () => {
    const socket = provider?.configuration.websocketProvider.status;
    if (isRefused) sync.set("refused");
    else if (!navigator.onLine || socket !== WebSocketStatus.Connected || provider?.isAuthenticated !== true)
      sync.set(view.get() === null || !hasTried ? "opening" : "offline");
    else if (durability === "failing") sync.set("failing");
    else sync.set(provider.hasUnsyncedChanges ? "saving" : durability);
  };
  const refuse = (isGone: boolean) => {
    isRefused = true;
    // Nothing of a journey that is no more stays on the device.
    if (isGone) void local?.clearData();
    report();
  };
  const onTried = () => {
    hasTried = true;
    report();
  };
  doc.on("afterTransaction", onChange);
  window.addEventListener("online", report, { signal: closing.signal });
  window.addEventListener("offline", report, { signal: closing.signal });

  const copy = `parcours-journey-${journeyId}`;
  if (isEditor) linkTabs(doc, `${copy}-${user.id}`, () => sync.get() === "offline", closing.signal);
  let local: IndexeddbPersistence | null = null;
  /** What was written here stays on this device until the server has it; a device may refuse. */
  const keep = async () => {
    if (!isEditor || local !== null || closing.signal.aborted) return;
    local = new IndexeddbPersistence(copy, doc);
    await local.whenSynced.catch(() => undefined);
  };
  const connect = () => {
    if (closing.signal.aborted) return;
    const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${livePath}`;
    provider = new HocuspocusProvider({
      url,
      name: journeyId,
      document: doc,
      token: () => liveToken(journeyId, closing.signal, { onRefused: refuse, onLater: onTried }),
      onStatus: report,
      onAuthenticated: () => {
        hasTried = true;
        if (hasBeenIn || performance.now() - openedAt > toldAfterwards) tell(matters);
        hasBeenIn = true;
        report();
      },
      onSynced: () => {
        redraw();
        report();
      },
      onUnsyncedChanges: report,
      onStateless: ({ payload }) => {
        const message = readLiveMessage(payload);
        if (message?.changed !== undefined) tell([message.changed]);
        durability = message?.durability ?? durability;
        report();
      },
      onClose: ({ event }) => (event.code === closeCodes.gone ? refuse(true) : onTried()),
      onAwarenessChange: () => {
        const states = provider?.awareness?.getStates() ?? new Map();
        presence.set(presenceOf(states, doc.clientID, presence.get()));
        pointers.set(pointersOf(states, doc.clientID));
        pulls.set(pullsOf(states, doc.clientID, pulls.get()));
      },
    });
    provider.awareness?.setLocalStateField("user", user);
  };
  /** Null once the document of this device is there; where there is none, what the server stored. */
  const kept = async () => {
    if (!(await hasDatabase(copy))) return stored;
    await keep();
    redraw();
    return view.get() === null ? stored : null;
  };
  const begin = async () => {
    // Why the server gives nothing, the socket will tell.
    const state = await Promise.race([stored, isEditor ? kept() : stored]).catch(() => null);
    if (state !== null && !closing.signal.aborted) Y.applyUpdate(doc, state, fromServer);
    redraw();
    // What is there is drawn first.
    if (view.get() !== null) await idle();
    connect();
    // For a first copy all of the document is written out: with the first edit, or else when the page has come to rest.
    doc.once("update", () => void keep());
    await new Promise((resolve) => setTimeout(resolve, beforeCopy));
    await idle();
    void keep();
  };
  void begin();

  return {
    doc,
    view,
    sync,
    presence,
    pointers,
    pulls,
    say: (matter, value) => provider?.awareness?.setLocalStateField(matter, value),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closing.abort();
      reader.close();
      provider?.destroy();
      void local?.destroy();
      doc.destroy();
    },
  };
}

/** Comes when the page has nothing more urgent to do, or soon. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: longestWait });
    else setTimeout(resolve, shortWait);
  });
}

/** Whether this device has a database; a browser that does not tell may. */
async function hasDatabase(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch {
    return "indexedDB" in window;
  }
}

/**
 * A token for the socket, asked for until the server answers.
 * `onLater` is told of each time that it does not.
 * @throws ApiError when the server will not give one, after telling `onRefused` (`isGone`: there is no such journey).
 */
async function liveToken(
  journeyId: string,
  signal: AbortSignal,
  { onRefused, onLater }: { onRefused: (isGone: boolean) => void; onLater: () => void },
): Promise<string> {
  for (;;) {
    try {
      return (await call(openLive, { params: { journeyId }, signal })).token;
    } catch (error) {
      const code = error instanceof ApiError ? error.code : null;
      const isRefusal = code === "not_signed_in" || code === "not_allowed" || code === "not_found";
      if (isRefusal && !signal.aborted) onRefused(code === "not_found");
      if (isRefusal || signal.aborted) throw error;
      onLater();
      await new Promise((resolve) => setTimeout(resolve, tokenRetry));
    }
  }
}
