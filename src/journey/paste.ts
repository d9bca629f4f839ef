import type * as Y from "yjs";
import type { Clip, ClipCard, ClipPlacement, Sheet } from "./clipboard.ts";
import { entriesOf, holdsCards, limits } from "./document.ts";
import { addLane, addStep, placeTouchpoint } from "./edit.ts";
import { emotionId, takenEmotions } from "./emotion.ts";
import { fieldsOf } from "./fields.ts";
import { checkRoom, insertItem } from "./items.ts";
import type { Card, EmotionPoint, Lane, Placement, Stage, Step } from "./model.ts";
import type { Ordered } from "./order.ts";
import { EditRefused } from "./refusal.ts";

/** Where one pastes: in a cell, at a lane's head, at a step's head, or nowhere in particular. */
export interface PasteTarget {
  laneId: string | null;
  stepId: string | null;
}

/** The map that is pasted into. */
export interface PasteMap extends Sheet {
  workspaceId: string;
  stages: readonly Pick<Stage, "id">[];
  personas: readonly { id: string }[];
}

type NewStep = Step & { index?: number };
type NewLane = Lane & { index?: number };

/** What pasting adds, in the order in which it is added. */
export interface PastePlan {
  steps: NewStep[];
  lanes: NewLane[];
  cards: Card[];
  placements: Placement[];
  emotions: EmotionPoint[];
  /** Cards left out, because their lane is locked or there is no step or lane for them. */
  left: number;
  /** Points of emotion left out (J85), or without a step. */
  leftEmotions: number;
}

/** One text a card, all into one cell. */
export function clipOfLines(texts: readonly string[]): Clip {
  return clipOfCells([[texts.filter((text) => text.trim() !== "")]]);
}

/**
 * A table as it is meant where it is pasted: in a cell a rectangle of cards, one a line; at a lane's head lanes, each
 * with its name first; at a step's head the names of steps.
 */
export function clipOfTable(rows: readonly (readonly string[])[], { laneId, stepId }: PasteTarget): Clip {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lines = rows.map((row) => Array.from({ length: width }, (_, at) => linesOf(row[at] ?? "")));
  if (laneId !== null && stepId === null) {
    const clip = clipOfCells(lines.map(([_name, ...cells]) => cells));
    return { ...clip, kind: "lanes", lanes: rows.map(([name = ""]) => newLane(name.trim())) };
  }
  if (laneId === null && stepId !== null) {
    const names = lines.flat(2);
    return { ...clipOfCells([]), kind: "steps", steps: names.map(newStep), ...nothingAt(names) };
  }
  return clipOfCells(lines);
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function clipOfCells(cells: readonly (readonly (readonly string[])[])[]): Clip {
  const columns = cells[0] ?? [];
  return {
    format: "parcours.clip",
    version: 1,
    kind: "cells",
    workspaceId: "",
    steps: columns.map(() => newStep("")),
    lanes: cells.map(() => newLane("")),
    cells: cells.map((row) => row.map((texts) => texts.map(newCard))),
    ...nothingAt(columns),
  };
}

/** A table says nothing of touchpoints and emotions. */
function nothingAt(steps: readonly unknown[]): Pick<Clip, "placements" | "emotions"> {
  return { placements: steps.map(() => []), emotions: steps.map(() => []) };
}

function newStep(name: string): Clip["steps"][number] {
  return { name, selfScore: null };
}

function newLane(name: string): Clip["lanes"][number] {
  return { kind: "free", name, isHidden: false, isCollapsed: false, isLocked: false };
}

function newCard(text: string): ClipCard {
  const unsaid = { severity: null, frequency: null, isMet: null, value: null, effort: null, imageId: null };
  return { text, span: 1, evidence: "", personaIds: [], tags: [], ...unsaid };
}

/**
 * What pasting a clip there would add. A rectangle lies over the steps and lanes from the target on; lanes find their
 * steps by name, else by place; steps find their lanes by kind and name. What finds none is added when it `grows`.
 * @throws EditRefused when it has no place at all, or more than the map holds.
 */
export function planPaste(
  clip: Clip,
  target: PasteTarget,
  map: PasteMap,
  { grows, newId }: { grows: boolean; newId: () => string },
): PastePlan {
  const plan: PastePlan = { steps: [], lanes: [], cards: [], placements: [], emotions: [], left: 0, leftEmotions: 0 };
  const steps =
    clip.kind === "steps"
      ? stepsBeside(clip, target, map, plan, newId)
      : clip.kind === "lanes"
        ? stepsAlike(clip, map)
        : from(
            map.steps,
            map.steps.findIndex(({ id }) => id === target.stepId),
            clip.steps.length,
          );
  if (clip.kind !== "steps" && grows) addSteps(clip, steps, map, plan, newId);
  const lanes = lanesFor(clip, target, map, { plan, grows, newId });
  const isHere = clip.workspaceId === map.workspaceId;
  const ownPersonas = new Set(map.personas.map(({ id }) => id));
  clip.cells.forEach((row, laneAt) =>
    row.forEach((cards, stepAt) => {
      const [lane, step] = [lanes[laneAt], steps[stepAt]];
      if (lane === null || lane === undefined || lane.isLocked || step === null || step === undefined) {
        plan.left += cards.length;
        return;
      }
      for (const card of cards)
        plan.cards.push({
          ...card,
          personaIds: card.personaIds.filter((id) => isHere && ownPersonas.has(id)),
          imageId: isHere ? card.imageId : null,
          id: newId(),
          laneId: lane.id,
          stepId: step.id,
        });
    }),
  );
  if (isHere) addPlacements(clip.placements, steps, plan, newId);
  addEmotions(clip.emotions, steps, plan, isHere ? map : { ...map, personas: [] });
  checkPlan(plan, map);
  return plan;
}

type Places<Item> = (Item | null)[];

function from<Item>(items: readonly Item[], first: number, count: number): Places<Item> {
  return Array.from({ length: count }, (_, at) => items[Math.max(0, first) + at] ?? null);
}

/** The steps of a lane that was copied elsewhere: those of the same name, else those in the same place that nobody claims. */
function stepsAlike(clip: Clip, { steps }: Sheet): Places<Step> {
  const plain = (name: string) => name.trim().toLocaleLowerCase();
  const taken = new Set<string>();
  const found = clip.steps.map(({ name }): Step | null => {
    const same = steps.find((step) => name !== "" && plain(step.name) === plain(name) && !taken.has(step.id));
    if (same !== undefined) taken.add(same.id);
    return same ?? null;
  });
  return found.map((step, at) => {
    const there = steps[at];
    if (step !== null || there === undefined || taken.has(there.id)) return step;
    taken.add(there.id);
    return there;
  });
}

/** Gives a step to the columns that have none and hold something, at the end of the map. */
function addSteps(clip: Clip, places: Places<Step>, map: PasteMap, plan: PastePlan, newId: () => string): void {
  const stageId = map.steps.at(-1)?.stageId ?? map.stages.at(-1)?.id;
  places.forEach((place, at) => {
    const isEmpty = clip.cells.every((row) => (row[at] ?? []).length === 0) && (clip.emotions[at] ?? []).length === 0;
    if (place !== null || isEmpty || stageId === undefined) return;
    const step = { id: newId(), stageId, name: clip.steps[at]?.name ?? "", selfScore: null };
    plan.steps.push(step);
    places[at] = step;
  });
}

/** New steps, after the one pasted at, else at the end. */
function stepsBeside(clip: Clip, { stepId }: PasteTarget, map: PasteMap, plan: PastePlan, newId: () => string) {
  const after = map.steps.find(({ id }) => id === stepId) ?? map.steps.at(-1);
  const stageId = after?.stageId ?? map.stages.at(-1)?.id;
  if (stageId === undefined) throw new EditRefused("needed", "stages");
  const first = map.steps.filter((step) => step.stageId === stageId).findIndex(({ id }) => id === after?.id) + 1;
  plan.steps = clip.steps.map((step, at) => ({ ...step, id: newId(), stageId, index: first + at }));
  return plan.steps;
}

function lanesFor(
  clip: Clip,
  { laneId }: PasteTarget,
  map: PasteMap,
  { plan, grows, newId }: { plan: PastePlan; grows: boolean; newId: () => string },
): Places<Lane> {
  const add = (lane: Clip["lanes"][number], index?: number): Lane => {
    const shown = { ...lane, isHidden: false, isLocked: false };
    const made = { ...shown, id: newId(), ...(index === undefined ? {} : { index }) };
    plan.lanes.push(made);
    return made;
  };
  if (clip.kind === "lanes") {
    const first = laneId === null ? map.lanes.length : map.lanes.findIndex(({ id }) => id === laneId) + 1;
    const isThere = (kind: Lane["kind"]) => !holdsCards(kind) && map.lanes.some((lane) => lane.kind === kind);
    return clip.lanes.map((lane) => (isThere(lane.kind) ? null : add(lane, first + plan.lanes.length)));
  }
  if (clip.kind === "cells") {
    const below = map.lanes
      .slice(
        Math.max(
          0,
          map.lanes.findIndex(({ id }) => id === laneId),
        ),
      )
      .filter(takesCards);
    const places = from(below, 0, clip.lanes.length);
    return places.map((lane, at) => lane ?? (grows && isFilled(clip, at) ? add(clip.lanes[at] ?? newLane("")) : null));
  }
  const open = map.lanes.filter(({ kind }) => holdsCards(kind));
  const free = new Set(open.map(({ id }) => id));
  return clip.lanes.map((lane, at) => {
    if (!isFilled(clip, at)) return null;
    const alike = open.filter(({ id, kind }) => free.has(id) && kind === lane.kind);
    const found = alike.find(({ name }) => name === lane.name) ?? (lane.kind === "free" ? undefined : alike[0]);
    if (found !== undefined) free.delete(found.id);
    return found ?? (grows ? add(lane) : null);
  });
}

/** A rectangle is pasted over what one sees. */
function takesCards({ kind, isHidden, isCollapsed }: Lane): boolean {
  return holdsCards(kind) && !isHidden && !isCollapsed;
}

function isFilled(clip: Clip, lane: number): boolean {
  return (clip.cells[lane] ?? []).some((cards) => cards.length > 0);
}

function addPlacements(
  placements: readonly (readonly ClipPlacement[])[],
  steps: Places<Step>,
  plan: PastePlan,
  newId: () => string,
): void {
  placements.forEach((placed, at) => {
    const stepId = steps[at]?.id;
    if (stepId === undefined) return;
    const once = new Map(placed.map((placement) => [placement.touchpointId, placement]));
    plan.placements.push(...[...once.values()].map((placement) => ({ ...placement, id: newId(), stepId })));
  });
}

function addEmotions(points: Clip["emotions"], steps: Places<Step>, plan: PastePlan, map: PasteMap): void {
  const placed = points.flatMap((own, at) => {
    const stepId = steps[at]?.id;
    if (stepId === undefined) plan.leftEmotions += own.length;
    return stepId === undefined ? [] : own.map((point) => ({ ...point, stepId }));
  });
  const { taken, left } = takenEmotions(placed, map);
  plan.emotions = taken.map((point) => ({ ...point, id: emotionId(point) }));
  plan.leftEmotions += left;
}

function checkPlan({ steps, lanes, cards, placements, emotions, left }: PastePlan, map: PasteMap): void {
  const isEmpty = steps.length + lanes.length + cards.length + placements.length + emotions.length === 0;
  if (isEmpty && left > 0) throw new EditRefused("locked", "cards");
  if (isEmpty) throw new EditRefused("invalid", "cards");
  if (map.steps.length + steps.length > limits.steps) throw new EditRefused("tooMany", "steps", limits.steps);
  if (map.lanes.length + lanes.length > limits.lanes) throw new EditRefused("tooMany", "lanes", limits.lanes);
  if (cards.some(({ text }) => text.length > limits.text)) throw new EditRefused("tooLong", "cards", limits.text);
  if ([...steps, ...lanes].some(({ name }) => name.length > limits.name))
    throw new EditRefused("tooLong", "name", limits.name);
}

/** Does what was planned on the same state of the document. */
export function applyPaste(doc: Y.Doc, { steps, lanes, cards, placements, emotions }: PastePlan): void {
  checkRoom(doc, "cards", cards.length);
  checkRoom(doc, "placements", placements.length);
  checkRoom(doc, "emotions", emotions.length);
  for (const { index, ...step } of steps) addStep(doc, step, index);
  for (const { index, ...lane } of lanes) addLane(doc, lane, index);
  for (const placement of placements) placeTouchpoint(doc, placement);
  for (const { id, ...fields } of emotions) insertItem(doc, "emotions", { id, fields }, [], 0);
  // Thousands of cards at once: who is where is looked up once.
  const siblingsIn = new Map<string, Ordered[]>(
    Map.groupBy(entriesOf(doc, "cards"), ({ item }) => cellOf(item.get("laneId"), item.get("stepId"))),
  );
  for (const card of cards) {
    const cell = cellOf(card.laneId, card.stepId);
    const siblings = siblingsIn.get(cell) ?? [];
    siblingsIn.set(cell, siblings);
    insertItem(doc, "cards", { id: card.id, fields: fieldsOf("cards", card) }, siblings, siblings.length);
  }
}

function cellOf(laneId: unknown, stepId: unknown): string {
  return `${String(laneId)} ${String(stepId)}`;
}
