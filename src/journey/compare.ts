import type {
  Card,
  EmotionPoint,
  Framing,
  JourneyDocument,
  JourneyPersona,
  Lane,
  Link,
  Placement,
  Stage,
  Step,
} from "./model.ts";

/** What can differ between two maps, and how it looks there. */
export interface Elements {
  journey: JourneyDocument;
  stage: Stage;
  step: Step;
  lane: Lane;
  card: Card;
  placement: Placement;
  link: Link;
  emotion: EmotionPoint;
  persona: JourneyPersona;
}
export type Subject = keyof Elements;
export const changeKinds = ["added", "changed", "moved", "removed"] as const;
export type ChangeKind = (typeof changeKinds)[number];
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** One difference of one element; `before` is null when it was added, `after` when it was removed. */
export type Change = {
  [Kind in Subject]: {
    subject: Kind;
    kind: ChangeKind;
    before: Elements[Kind] | null;
    after: Elements[Kind] | null;
    /** What is said otherwise, of a changed element. */
    fields: FieldChange[];
  };
}[Subject];

/** The same thing in both maps, or in one of them; pairs are in the order of the second, the removed where they were. */
export interface Pair<Item> {
  key: string;
  before: Item | null;
  after: Item | null;
}

export interface Comparison {
  changes: Change[];
  stages: Pair<Stage>[];
  steps: Pair<Step>[];
  lanes: Pair<Lane>[];
  cards: Pair<Card>[];
  placements: Pair<Placement>[];
}

/**
 * What differs between two maps: elements are the same by id, else, for maps that do not share ids, by name, text or place.
 * Of those that only changed places, the fewest that explain the new order count as moved.
 */
export function compareDocuments(before: JourneyDocument, after: JourneyDocument): Comparison {
  const stages = pair(before.stages, after.stages, [nameOf]);
  const steps = pair(before.steps, after.steps, [nameOf]);
  const lanes = pair(before.lanes, after.lanes, [
    ({ kind, name }) => `${kind} ${nameOf({ name })}`,
    ({ kind }) => (kind === "free" ? null : kind),
  ]);
  const [stageKey, stepKey, laneKey] = [keysOf(stages), keysOf(steps), keysOf(lanes)];
  const cellOf = (side: Side, card: Card) => `${stepKey[side](card.stepId)} ${laneKey[side](card.laneId)}`;
  const cards = pair(before.cards, after.cards, [(card, side) => `${cellOf(side, card)} ${card.text}`]);
  const placements = pair(before.placements, after.placements, [
    ({ stepId, touchpointId }, side) => `${stepKey[side](stepId)} ${touchpointId}`,
  ]);
  const links = pair(before.links, after.links, [
    ({ kind, fromStepId, toStepId }, side) => `${kind} ${stepKey[side](fromStepId)} ${stepKey[side](toStepId)}`,
  ]);
  const emotions = pair(before.emotions, after.emotions, [
    ({ personaId, state, stepId }, side) => `${personaId} ${state} ${stepKey[side](stepId)}`,
  ]);
  const personas = pair(before.personas, after.personas, []);
  return {
    changes: [
      ...journeyChanges(before, after),
      ...changesOf("stage", stages, ["name", "phase"], { originals: before.stages, of: () => "" }),
      ...changesOf("step", steps, ["name", "selfScore"], {
        originals: before.steps,
        of: (step, side) => stageKey[side](step.stageId),
      }),
      ...changesOf("lane", lanes, ["kind", "name", "isHidden", "isLocked"], { originals: before.lanes, of: () => "" }),
      ...changesOf("placement", placements, placementFields, {
        originals: before.placements,
        of: ({ stepId }, side) => stepKey[side](stepId),
      }),
      ...changesOf("card", cards, cardFields, { originals: before.cards, of: (card, side) => cellOf(side, card) }),
      ...changesOf("link", links, ["kind", "name"], null),
      ...changesOf("emotion", emotions, ["value"], null),
      ...changesOf("persona", personas, [], null),
    ],
    stages,
    steps,
    lanes,
    cards,
    placements,
  };
}

/** How many elements are new, gone, elsewhere or said otherwise. */
export function countChanges(changes: readonly Change[]): Record<ChangeKind, number> {
  const count = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  return { added: count("added"), changed: count("changed"), moved: count("moved"), removed: count("removed") };
}

type Side = "before" | "after";
const cardFields = [
  "text",
  "span",
  "severity",
  "frequency",
  "evidence",
  "isMet",
  "value",
  "effort",
  "personaIds",
  "tags",
  "imageId",
] as const satisfies readonly (keyof Card)[];
const placementFields = [
  "importance",
  "momentOfTruth",
  "expectation",
  "selfScore",
  "flag",
] as const satisfies readonly (keyof Placement)[];

function nameOf({ name }: { name: string }): string | null {
  const said = name.normalize("NFKC").trim().toLowerCase();
  return said === "" ? null : said;
}

/** Pairs by id, then those still alone by each key in turn, in order. */
function pair<Item extends { id: string }>(
  before: readonly Item[],
  after: readonly Item[],
  keys: readonly ((item: Item, side: Side) => string | null)[],
): Pair<Item>[] {
  const partner = new Map<string, Item>();
  const taken = new Set<string>();
  const join = (one: Item, other: Item) => {
    partner.set(one.id, other);
    taken.add(other.id);
  };
  const byId = new Map(after.map((item) => [item.id, item]));
  for (const item of before) {
    const same = byId.get(item.id);
    if (same !== undefined) join(item, same);
  }
  for (const keyOf of keys) {
    const free = Map.groupBy(
      after.filter(({ id }) => !taken.has(id)),
      (item) => keyOf(item, "after"),
    );
    for (const item of before) {
      const key = partner.has(item.id) ? null : keyOf(item, "before");
      const found = key === null ? undefined : free.get(key)?.shift();
      if (found !== undefined) join(item, found);
    }
  }
  return inOrder(before, after, partner);
}

/** In the order of `after`; what is gone stands after what was before it. */
function inOrder<Item extends { id: string }>(
  before: readonly Item[],
  after: readonly Item[],
  partner: ReadonlyMap<string, Item>,
): Pair<Item>[] {
  const gone = new Map<string | null, Pair<Item>[]>();
  const origin = new Map<string, Item>();
  let last: string | null = null;
  for (const item of before) {
    const kept = partner.get(item.id);
    if (kept === undefined) {
      gone.set(last, [...(gone.get(last) ?? []), { key: `-${item.id}`, before: item, after: null }]);
    } else {
      origin.set(kept.id, item);
      last = kept.id;
    }
  }
  return [
    ...(gone.get(null) ?? []),
    ...after.flatMap((item) => [
      { key: item.id, before: origin.get(item.id) ?? null, after: item },
      ...(gone.get(item.id) ?? []),
    ]),
  ];
}

/** The key of the pair that an id of either side belongs to. */
export function keysOf<Item extends { id: string }>(
  pairs: readonly Pair<Item>[],
): Record<Side, (id: string) => string> {
  const keys = (side: Side) => {
    const known = new Map(pairs.flatMap((each) => (each[side] === null ? [] : [[each[side].id, each.key]])));
    return (id: string) => known.get(id) ?? "";
  };
  return { before: keys("before"), after: keys("after") };
}

/** `place` says what an element stands among, and in what order it was; null: it has no order. */
function changesOf<Kind extends Exclude<Subject, "journey">>(
  subject: Kind,
  pairs: readonly Pair<Elements[Kind]>[],
  fields: readonly (keyof Elements[Kind] & string)[],
  place: { originals: readonly Elements[Kind][]; of: (item: Elements[Kind], side: Side) => string } | null,
): Change[] {
  const moved = place === null ? new Set<string>() : movedOf(pairs, place.originals, place.of);
  return pairs.flatMap(({ key, before, after }): Change[] => {
    const change = (kind: ChangeKind, differing: FieldChange[] = []) =>
      ({ subject, kind, before, after, fields: differing }) as unknown as Change;
    if (before === null) return [change("added")];
    if (after === null) return [change("removed")];
    const differing = fieldChanges(before, after, fields);
    return [
      ...(moved.has(key) ? [change("moved")] : []),
      ...(differing.length === 0 ? [] : [change("changed", differing)]),
    ];
  });
}

function fieldChanges<Item extends object>(
  before: Item,
  after: Item,
  fields: readonly (keyof Item & string)[],
): FieldChange[] {
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function movedOf<Item extends { id: string }>(
  pairs: readonly Pair<Item>[],
  originals: readonly Item[],
  placeOf: (item: Item, side: Side) => string,
): Set<string> {
  const moved = new Set<string>();
  const positions = new Map<string, number>();
  const groups = new Map<string, { key: string; at: number }[]>();
  originals.forEach(({ id }, index) => positions.set(id, index));
  for (const { key, before, after } of pairs) {
    if (before === null || after === null) continue;
    const place = placeOf(after, "after");
    if (placeOf(before, "before") !== place) moved.add(key);
    else groups.set(place, [...(groups.get(place) ?? []), { key, at: positions.get(before.id) ?? 0 }]);
  }
  for (const group of groups.values()) {
    const kept = longestRising(group.map(({ at }) => at));
    group.forEach(({ key }, index) => {
      if (!kept.has(index)) moved.add(key);
    });
  }
  return moved;
}

/** The indexes of a longest rising part of a list of different numbers (patience sorting). */
function longestRising(values: readonly number[]): Set<number> {
  const piles: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[piles[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = piles[low - 1] ?? -1;
    piles[low] = index;
  });
  const kept = new Set<number>();
  for (let at = piles.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}

function journeyChanges(before: JourneyDocument, after: JourneyDocument): Change[] {
  const framing = fieldChanges(before.framing, after.framing, Object.keys(after.framing) as (keyof Framing)[]);
  const fields = [...fieldChanges(before, after, ["name", "isCycle", "isLocked"]), ...framing];
  return fields.length === 0 ? [] : [{ subject: "journey", kind: "changed", before, after, fields }];
}

/** The cards of a lane at a step, on both sides, of a comparison. */
export function cellsOf({ steps, lanes, cards }: Comparison): Map<string, Pair<Card>[]> {
  const [stepKey, laneKey] = [keysOf(steps), keysOf(lanes)];
  const cells = new Map<string, Pair<Card>[]>();
  const put = (side: Side, card: Card, pair: Pair<Card>) => {
    const cell = `${stepKey[side](card.stepId)} ${laneKey[side](card.laneId)}`;
    const there = cells.get(cell) ?? [];
    if (!there.includes(pair)) cells.set(cell, [...there, pair]);
  };
  // A card that moved is shown at both places.
  for (const each of cards) {
    if (each.before !== null) put("before", each.before, each);
    if (each.after !== null) put("after", each.after, each);
  }
  return cells;
}
