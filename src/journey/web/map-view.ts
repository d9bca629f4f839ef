import type { Card, JourneyDocument, Lane, Placement, Stage, Step } from "../model.ts";

/** A journey's document cut the way the map draws it. What did not change keeps its identity from one view to the next. */
export interface MapView {
  name: string;
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

/** Cuts a document for the map, reusing every part of `before` that is still the same. */
export function mapViewOf(document: JourneyDocument, before: MapView | null): MapView {
  const steps = shareList(document.stages.flatMap((stage) => document.steps.filter((step) => step.stageId === stage.id)), before?.steps);
  const oldStages = new Map(before?.stages.map((stage) => [stage.id, stage]));
  const oldCards = new Map([...(before?.cards.values() ?? [])].flatMap((byStep) => [...byStep.values()].flat().map((card) => [card.id, card] as const)));
  const cards = Map.groupBy(document.cards.map((card) => share(card, oldCards.get(card.id))), (card) => card.laneId);
  const oldPlacements = new Map([...(before?.placements.values() ?? [])].flat().map((placement) => [placement.id, placement]));
  const placements = document.placements.map((placement) => share(placement, oldPlacements.get(placement.id)));
  return {
    name: document.name,
    steps,
    stages: shareList(
      document.stages.map((stage) => {
        const old = oldStages.get(stage.id);
        return { ...stage, steps: shareList(steps.filter((step) => step.stageId === stage.id), old?.steps) };
      }),
      before?.stages,
    ),
    lanes: shareList(document.lanes, before?.lanes),
    cards: shareMap(new Map([...cards].map(([laneId, ofLane]) => [laneId, shareGroups(ofLane, before?.cards.get(laneId))])), before?.cards),
    placements: shareGroups(placements, before?.placements),
  };
}

function shareGroups<Item extends { id: string; stepId: string }>(items: readonly Item[], before: ReadonlyMap<string, readonly Item[]> | undefined): ReadonlyMap<string, readonly Item[]> {
  const groups = Map.groupBy(items, (item) => item.stepId);
  return shareMap(new Map([...groups].map(([stepId, group]) => [stepId, shareList(group, before?.get(stepId))])), before);
}

function share<Item extends object>(item: Item, before: Item | undefined): Item {
  return before !== undefined && sameFields(item, before) ? before : item;
}

function shareList<Item extends { id: string }>(items: readonly Item[], before: readonly Item[] | undefined): readonly Item[] {
  const old = new Map(before?.map((item) => [item.id, item]));
  const shared = items.map((item) => share(item, old.get(item.id)));
  return before !== undefined && shared.length === before.length && shared.every((item, index) => item === before[index]) ? before : shared;
}

function shareMap<Value>(map: ReadonlyMap<string, Value>, before: ReadonlyMap<string, Value> | undefined): ReadonlyMap<string, Value> {
  return before !== undefined && map.size === before.size && [...map].every(([key, value]) => before.get(key) === value) ? before : map;
}

function sameFields<Item extends object>(a: Item, b: Item): boolean {
  const keys = Object.keys(a) as (keyof Item)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
