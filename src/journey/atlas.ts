import type { JourneyKind, JourneyState, JourneySummary } from "./model.ts";

/**
 * How far a journey may be trusted to be as it is told: `unreviewed` nobody ever looked it through, `stale` the review is
 * overdue, `due` it is due within a month or the figures moved since, else `fresh`.
 */
export const freshnesses = ["unreviewed", "stale", "due", "fresh"] as const;
export type Freshness = (typeof freshnesses)[number];

/** So long before the date a review counts as due. */
const noticeDays = 30;
const dayLength = 86_400_000;

/** `hasMoved`: since the review its customers' scores changed beyond chance. `now` in milliseconds. */
export function freshnessOf(
  { reviewedAt, reviewMonths }: Pick<JourneySummary, "reviewedAt" | "reviewMonths">,
  now: number,
  hasMoved: boolean,
): Freshness {
  if (reviewedAt === null) return "unreviewed";
  const due = reviewDue(reviewedAt, reviewMonths);
  if (now >= due) return "stale";
  return hasMoved || now >= due - noticeDays * dayLength ? "due" : "fresh";
}

/** When the next review is due, in milliseconds; a day that its month has not is the month's last. */
export function reviewDue(reviewedAt: string, reviewMonths: number): number {
  const reviewed = new Date(reviewedAt);
  const due = new Date(reviewed);
  due.setUTCMonth(reviewed.getUTCMonth() + reviewMonths);
  if (due.getUTCDate() !== reviewed.getUTCDate()) due.setUTCDate(0);
  return due.getTime();
}

/** A journey with those that tell a step of it in detail. */
export interface Branch<Item> {
  journey: Item;
  depth: number;
  children: Branch<Item>[];
}

type Nested = Pick<JourneySummary, "id" | "parentId">;

/** The journeys as trees, in the order given at each level. One whose parent is not among them stands at the top. */
export function treeOf<Item extends Nested>(journeys: readonly Item[]): Branch<Item>[] {
  const known = new Set(journeys.map(({ id }) => id));
  const childrenOf = Map.groupBy(journeys, ({ id, parentId }) =>
    parentId !== null && parentId !== id && known.has(parentId) ? parentId : null,
  );
  const seen = new Set<string>();
  const grow = (siblings: readonly Item[], depth: number): Branch<Item>[] =>
    siblings
      .filter(({ id }) => !seen.has(id))
      .map((journey) => {
        seen.add(journey.id);
        return { journey, depth, children: grow(childrenOf.get(journey.id) ?? [], depth + 1) };
      });
  const trees = grow(childrenOf.get(null) ?? [], 0);
  // Journeys that tell each other in detail have no top: each is shown all the same, once.
  return [...trees, ...journeys.flatMap((journey) => grow([journey], 0))];
}

/** Every branch in reading order. */
export function flatten<Item>(branches: readonly Branch<Item>[]): Branch<Item>[] {
  return branches.flatMap((branch) => [branch, ...flatten(branch.children)]);
}

/** A journey and all that are nested in it, whose measures are rolled up together. */
export function withNested<Item extends Nested>(journeys: readonly Item[], id: string): Item[] {
  const found = flatten(treeOf(journeys)).find(({ journey }) => journey.id === id);
  return found === undefined ? [] : flatten([found]).map(({ journey }) => journey);
}

/** Whether `id` would stand under itself if `parentId` were its parent. */
export function wouldCircle(journeys: readonly Nested[], id: string, parentId: string): boolean {
  const parentOf = new Map(journeys.map((journey) => [journey.id, journey.parentId]));
  const passed = new Set<string>();
  for (let at: string | null = parentId; at !== null && !passed.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true;
    passed.add(at);
  }
  return false;
}

/** What the atlas is narrowed to; an absent part asks nothing. `ownerId` "": nobody's. */
export interface AtlasFilter {
  words?: string | undefined;
  kind?: JourneyKind | undefined;
  state?: JourneyState | undefined;
  ownerId?: string | undefined;
  tag?: string | undefined;
  personaId?: string | undefined;
  freshness?: Freshness | undefined;
}

export function isWanted(
  journey: JourneySummary,
  { words, kind, state, ownerId, tag, personaId, freshness }: AtlasFilter,
  freshnessOfIt: Freshness,
): boolean {
  return (
    (words === undefined || saysAll(`${journey.name} ${journey.tags.join(" ")}`, words)) &&
    (kind === undefined || journey.kind === kind) &&
    (state === undefined || journey.state === state) &&
    (ownerId === undefined || (journey.ownerId ?? "") === ownerId) &&
    (tag === undefined || journey.tags.includes(tag)) &&
    (personaId === undefined || journey.personaIds.includes(personaId)) &&
    (freshness === undefined || freshnessOfIt === freshness)
  );
}

/** Lower case, without accents, ligatures undone: how texts are compared in a search. */
function plainText(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
}

/** The words of a search, in plain text. */
export function wordsOf(typed: string): string[] {
  return plainText(typed).split(/\s+/).filter(Boolean);
}

/** Whether a text has all the words, whatever their case and accents. */
export function saysAll(text: string, typed: string): boolean {
  const plain = plainText(text);
  return wordsOf(typed).every((word) => plain.includes(word));
}

export const atlasOrders = ["changed", "name", "review", "contacts", "score"] as const;
export type AtlasOrder = (typeof atlasOrders)[number];

/** What a journey is sorted by beside what it says of itself; null: not measured. */
export interface SortFigures {
  contacts: number | null;
  /** Against its expectation, −1 … 1. */
  standing: number | null;
}

/** The journeys in an order: last changed, by name, review due soonest, most contacts, worst standing first; unknown last. */
export function sortJourneys<Item extends JourneySummary>(
  journeys: readonly Item[],
  order: AtlasOrder,
  figuresOf: (journey: Item) => SortFigures,
  locale: string,
): Item[] {
  const names = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
  const byName = (a: Item, b: Item) => names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const keyOf: Record<AtlasOrder, (journey: Item) => number> = {
    changed: ({ updatedAt }) => -Date.parse(updatedAt),
    name: () => 0,
    review: ({ reviewedAt, reviewMonths }) => (reviewedAt === null ? 0 : reviewDue(reviewedAt, reviewMonths)),
    contacts: (journey) => -(figuresOf(journey).contacts ?? -Infinity),
    score: (journey) => figuresOf(journey).standing ?? Infinity,
  };
  const key = keyOf[order];
  return journeys.toSorted((a, b) => compare(key(a), key(b)) || byName(a, b));
}

/** Also right for two infinities, whose difference is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
