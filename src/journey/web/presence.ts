import { emotionId } from "../emotion.ts";
import { EmotionPoint } from "../model.ts";
import { Spot } from "./presence/spot.ts";

/** Somebody else on the same map. */
export interface Peer {
  clientId: number;
  userId: string;
  name: string;
  color: string;
  /** What they are on, as `refOf`; null: nothing. */
  at: string | null;
  /** What they have selected beside it, as `refOf`. */
  selected: readonly string[];
  /** The middle of what they see; null: they do not look at the map. */
  look: Spot | null;
}
export interface Presence {
  /** Each person once, however many tabs they have open. */
  people: readonly Peer[];
  /** Who is on what. */
  at: ReadonlyMap<string, Peer>;
  /** Who has selected what. */
  selected: ReadonlyMap<string, Peer>;
}
/** Somebody's pointer over the map. It moves many times a second, so it is told apart from who is here. */
export interface Pointer {
  clientId: number;
  name: string;
  color: string;
  spot: Spot;
  /** What they are dragging, as `refOf`. */
  drags: readonly string[];
}

export const nobody: Presence = { people: [], at: new Map(), selected: new Map() };
/** Most things that one tells the others to be selected. */
export const mostSelected = 100;

/** Colours that white letters are readable on. */
const colors = ["#2b4acb", "#1f6f87", "#7a5bb0", "#9a3a6b", "#4d6b1f", "#8a5a12", "#b5431f", "#4a5568"];

/** The same person has the same colour on everybody's screen. */
export function colorOf(userId: string): string {
  return colorAt(placeOf(userId));
}

function placeOf(userId: string): number {
  return Array.from(userId).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7) % colors.length;
}

function colorAt(place: number): string {
  return colors[place % colors.length] ?? "#2b4acb";
}

/** A colour each for those who are here together, as on everybody's screen; two share one only when all are taken. */
function colorsOf(states: States): (userId: string) => string {
  const userIds = new Set([...states.values()].flatMap((state) => userOf(state)?.id ?? []));
  const given = new Map<string, string>();
  for (const userId of [...userIds].toSorted()) {
    const taken = new Set(given.values());
    const places = colors.map((_color, turn) => placeOf(userId) + turn);
    given.set(userId, colorAt(places.find((place) => !taken.has(colorAt(place))) ?? placeOf(userId)));
  }
  return (userId) => given.get(userId) ?? colorOf(userId);
}

/** `Marie Blanc` → `MB`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

type States = ReadonlyMap<number, Record<string, unknown>>;

/**
 * Reads what the others say of themselves; what is not as we write it is left out. The same object as `before` as long as
 * nothing of it changed.
 */
export function presenceOf(states: States, self: number, before: Presence = nobody): Presence {
  const known = new Map([...before.people, ...before.at.values()].map((peer) => [peer.clientId, peer]));
  const colorFor = colorsOf(states);
  const peers = others(states, self).map(({ clientId, userId, name, state }): Peer => {
    const peer = {
      clientId,
      userId,
      name,
      color: colorFor(userId),
      at: typeof state["at"] === "string" ? state["at"] : null,
      selected: refsOf(state["selected"]),
      look: Spot.safeParse(state["look"]).data ?? null,
    };
    const old = known.get(clientId);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(peer) ? old : peer;
  });
  const presence = {
    people: [...new Map(peers.map((peer) => [peer.userId, peer])).values()],
    at: new Map(peers.flatMap((peer) => (peer.at === null ? [] : [[peer.at, peer]]))),
    selected: new Map(peers.flatMap((peer) => peer.selected.map((ref) => [ref, peer]))),
  };
  return isSame(before, presence) ? before : presence;
}

/** Where the others' pointers are. */
export function pointersOf(states: States, self: number): Pointer[] {
  const colorFor = colorsOf(states);
  return others(states, self).flatMap(({ clientId, userId, name, state }) => {
    const spot = Spot.safeParse(state["pointer"]).data;
    const drags = refsOf(state["drag"]);
    return spot === undefined ? [] : [{ clientId, name, color: colorFor(userId), spot, drags }];
  });
}

const Pull = EmotionPoint.omit({ id: true });
export const noPulls: readonly EmotionPoint[] = [];

/** The points of emotion that the others are pulling, where they hold them. The same list as long as none of them moved. */
export function pullsOf(
  states: States,
  self: number,
  before: readonly EmotionPoint[] = noPulls,
): readonly EmotionPoint[] {
  const pulls = others(states, self).flatMap(({ state }) => {
    const pull = Pull.safeParse(state["pull"]).data;
    return pull === undefined ? [] : [{ ...pull, id: emotionId(pull) }];
  });
  if (pulls.length === 0) return noPulls;
  return JSON.stringify(pulls) === JSON.stringify(before) ? before : pulls;
}

function others(states: States, self: number) {
  return [...states].flatMap(([clientId, state]) => {
    const user = userOf(state);
    return clientId === self || user === null ? [] : [{ clientId, userId: user.id, name: user.name, state }];
  });
}

function userOf({ user }: Record<string, unknown>): { id: string; name: string } | null {
  if (typeof user !== "object" || user === null || !("id" in user) || !("name" in user)) return null;
  return { id: String(user.id), name: String(user.name).slice(0, 80) };
}

function refsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((ref) => typeof ref === "string").slice(0, mostSelected) : [];
}

function isSame(a: Presence, b: Presence): boolean {
  return (
    a.people.length === b.people.length &&
    a.people.every((peer, index) => peer === b.people[index]) &&
    isSameMap(a.at, b.at) &&
    isSameMap(a.selected, b.selected)
  );
}

function isSameMap(a: ReadonlyMap<string, Peer>, b: ReadonlyMap<string, Peer>): boolean {
  return a.size === b.size && [...a].every(([key, peer]) => b.get(key) === peer);
}
