import type { Card, JourneyDocument, Lane, Placement, Stage, Step } from "../model.ts";

/** A journey's document cut the way the map draws it. What did not change keeps its identity from one view to the next. */
export interface MapView extends Pick<
  JourneyDocument,
  "name" | "isCycle" | "isLocked" | "framing" | "links" | "emotions" | "personas"
> {
  stages: readonly StageView[];
  /** Every step, stage after stage. */
  steps: readonly Step[];
  lanes: readonly Lane[];
  /** Cards by lane, then by step. */
  cards: ReadonlyMap<string, CardsByStep>;
  placements: ReadonlyMap<string, readonly Placement[]>;
}
export interface StageView extends Stage {
  steps: readonly Step[];
}
export type CardsByStep = ReadonlyMap<string, readonly Card[]>;

export const noCards: readonly Card[] = [];
export const noPlacements: readonly Placement[] = [];
export const noCardsByStep: CardsByStep = new Map();

/**
 * Cuts a document for the map. Its items keep their identity while they are unchanged (see `readDocument`);
 * this keeps the lists and groups of `before` that still hold the very same items. Knowing the document that `before` was
 * cut from, a key in one of thousands of cards groups none of the others again.
 */
export function mapViewOf(
  document: JourneyDocument,
  before: MapView | null,
  documentBefore: JourneyDocument | null = null,
): MapView {
  const { name, isCycle, isLocked, framing, links, emotions, personas, lanes } = document;
  const stepsOf = Map.groupBy(document.steps, (step) => step.stageId);
  const oldStages = new Map(before?.stages.map((stage) => [stage.id, stage]));
  const stages = document.stages.map((stage) => {
    const old = oldStages.get(stage.id);
    const steps = shareList(stepsOf.get(stage.id) ?? [], old?.steps);
    return old?.name === stage.name && old.phase === stage.phase && old.steps === steps ? old : { ...stage, steps };
  });
  return {
    name,
    isCycle,
    isLocked,
    framing,
    links,
    emotions,
    personas,
    stages: shareList(stages, before?.stages),
    steps: shareList(
      stages.flatMap((stage) => stage.steps),
      before?.steps,
    ),
    lanes: shareList(lanes, before?.lanes),
    cards: rewritten(document.cards, before?.cards, documentBefore?.cards) ?? byCell(document.cards, before?.cards),
    placements: byStep(document.placements, before?.placements),
  };
}

type CardsByCell = MapView["cards"];

function byCell(cards: readonly Card[], before: CardsByCell | undefined): CardsByCell {
  const groups = Map.groupBy(cards, (card) => card.laneId);
  return shareMap(new Map([...groups].map(([laneId, group]) => [laneId, byStep(group, before?.get(laneId))])), before);
}

/** The groups when all that differs is what cards say where they are; null when more does. */
function rewritten(
  cards: readonly Card[],
  before: CardsByCell | undefined,
  cardsBefore: readonly Card[] | undefined,
): CardsByCell | null {
  if (before === undefined || cardsBefore === undefined || cards.length !== cardsBefore.length) return null;
  const groups = new Map(before);
  for (const [index, card] of cards.entries()) {
    const old = cardsBefore[index];
    if (old === card) continue;
    const lane = groups.get(card.laneId);
    const own = lane?.get(card.stepId);
    if (old === undefined || lane === undefined || own?.includes(old) !== true || old.id !== card.id) return null;
    const cell = own.map((each) => (each === old ? card : each));
    groups.set(card.laneId, new Map(lane).set(card.stepId, cell));
  }
  return shareMap(groups, before);
}

function byStep<Item extends { stepId: string }>(
  items: readonly Item[],
  before: ReadonlyMap<string, readonly Item[]> | undefined,
): ReadonlyMap<string, readonly Item[]> {
  const groups = Map.groupBy(items, (item) => item.stepId);
  return shareMap(
    new Map([...groups].map(([stepId, group]) => [stepId, shareList(group, before?.get(stepId))])),
    before,
  );
}

function shareList<Item>(items: readonly Item[], before: readonly Item[] | undefined): readonly Item[] {
  return before !== undefined && items.length === before.length && items.every((item, index) => item === before[index])
    ? before
    : items;
}

function shareMap<Value>(
  map: ReadonlyMap<string, Value>,
  before: ReadonlyMap<string, Value> | undefined,
): ReadonlyMap<string, Value> {
  return before !== undefined && map.size === before.size && [...map].every(([key, value]) => before.get(key) === value)
    ? before
    : map;
}

/** A card by its id, looked up without a list of all of them. */
export function findCard({ cards }: Pick<MapView, "cards">, id: string): Card | null {
  for (const byStep of cards.values())
    for (const own of byStep.values()) for (const card of own) if (card.id === id) return card;
  return null;
}

/** From so many cards on, only those near what is in sight are drawn to work on. */
const largeFrom = 400;

export function isLarge({ cards }: MapView): boolean {
  let count = 0;
  for (const byStep of cards.values()) for (const { length } of byStep.values()) count += length;
  return count >= largeFrom;
}

/** A column of the map: a step, or the empty place of a stage that has none yet. */
export interface Column {
  key: string;
  stageId: string;
  step: Step | null;
}

export function columnsOf(stages: readonly StageView[]): Column[] {
  return stages.flatMap(({ id, steps }): Column[] =>
    steps.length === 0
      ? [{ key: id, stageId: id, step: null }]
      : steps.map((step) => ({ key: step.id, stageId: id, step })),
  );
}
