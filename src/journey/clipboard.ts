import { z } from "zod";
import { holdsCards, limits } from "./document.ts";
import { Card, EmotionPoint, Lane, Placement, Step } from "./model.ts";

/** What a map is cut into to be copied; a map's view on screen is one. */
export interface Sheet {
  steps: readonly Step[];
  lanes: readonly Lane[];
  /** By lane, then by step. */
  cards: ReadonlyMap<string, ReadonlyMap<string, readonly Card[]>>;
  /** By step. */
  placements: ReadonlyMap<string, readonly Placement[]>;
  emotions: readonly EmotionPoint[];
}

const ClipCard = Card.omit({ id: true, laneId: true, stepId: true });
export type ClipCard = z.infer<typeof ClipCard>;
const ClipPlacement = Placement.omit({ id: true, stepId: true });
export type ClipPlacement = z.infer<typeof ClipPlacement>;
const ClipEmotion = EmotionPoint.omit({ id: true, stepId: true });

/** `cells`: a rectangle of cards; `lanes`: whole lanes; `steps`: whole steps with their touchpoints. */
const clipKinds = ["cells", "lanes", "steps"] as const;

/** What was copied from a map, in full and without ids, so that it can be pasted anywhere any number of times. */
export const Clip = z.object({
  format: z.literal("parcours.clip"),
  version: z.literal(1),
  kind: z.enum(clipKinds),
  /** Touchpoints, personas and images are of this workspace. */
  workspaceId: z.string().max(100),
  steps: z.array(Step.pick({ name: true, selfScore: true })).max(limits.steps),
  lanes: z.array(Lane.omit({ id: true })).max(limits.lanes),
  /** By lane, then by step. */
  cells: z.array(z.array(z.array(ClipCard)).max(limits.steps)).max(limits.lanes),
  /** By step; none for `cells` and `lanes`. */
  placements: z.array(z.array(ClipPlacement)).max(limits.steps),
  /** By step; none unless whole steps or the lane of emotions were copied. */
  emotions: z.array(z.array(ClipEmotion)).max(limits.steps),
});
export type Clip = z.infer<typeof Clip>;

/** The clipboard's own flavour, beside `text/plain` and `text/html`. */
export const clipType = "application/x-parcours+json";
/** What is read of a clipboard at most: more is refused before anything is read. */
export const pasteLimits = { characters: 4_000_000, cells: limits.steps * limits.lanes } as const;

/** Copies a rectangle of cells; of its cards those that are wanted. */
export function copyCells(
  sheet: Sheet,
  workspaceId: string,
  { laneIds, stepIds }: { laneIds: ReadonlySet<string>; stepIds: ReadonlySet<string> },
  isWanted: (card: Card) => boolean = () => true,
): Clip {
  const lanes = sheet.lanes.filter(({ id, kind }) => laneIds.has(id) && holdsCards(kind));
  const steps = sheet.steps.filter(({ id }) => stepIds.has(id));
  return clipOf("cells", workspaceId, { ...sheet, lanes, steps, placements: new Map(), emotions: [] }, isWanted);
}

/** Copies whole lanes along all steps; that of emotions with its points. */
export function copyLanes(sheet: Sheet, workspaceId: string, laneIds: ReadonlySet<string>): Clip {
  const lanes = sheet.lanes.filter(({ id }) => laneIds.has(id));
  const emotions = lanes.some(({ kind }) => kind === "emotion") ? sheet.emotions : [];
  return clipOf("lanes", workspaceId, { ...sheet, lanes, placements: new Map(), emotions });
}

/** Copies whole steps: what they say in every lane of cards, their touchpoints and their emotions. */
export function copySteps(sheet: Sheet, workspaceId: string, stepIds: ReadonlySet<string>): Clip {
  const lanes = sheet.lanes.filter(({ kind }) => holdsCards(kind));
  return clipOf("steps", workspaceId, { ...sheet, lanes, steps: sheet.steps.filter(({ id }) => stepIds.has(id)) });
}

function clipOf(
  kind: Clip["kind"],
  workspaceId: string,
  { steps, lanes, cards, placements, emotions }: Sheet,
  isWanted: (card: Card) => boolean = () => true,
): Clip {
  const emotionsAt = Map.groupBy(emotions, ({ stepId }) => stepId);
  return {
    format: "parcours.clip",
    version: 1,
    kind,
    workspaceId,
    steps: steps.map(({ name, selfScore }) => ({ name, selfScore })),
    lanes: lanes.map(({ id: _id, ...lane }) => lane),
    cells: lanes.map((lane) =>
      steps.map((step) =>
        (cards.get(lane.id)?.get(step.id) ?? [])
          .filter(isWanted)
          .map(({ id: _id, laneId: _laneId, stepId: _stepId, ...card }) => card),
      ),
    ),
    placements: steps.map(({ id }) =>
      (placements.get(id) ?? []).map(({ id: _id, stepId: _stepId, ...placement }) => placement),
    ),
    emotions: steps.map(({ id }) => (emotionsAt.get(id) ?? []).map(({ id: _id, stepId: _stepId, ...point }) => point)),
  };
}

export function writeClip(clip: Clip): string {
  return JSON.stringify(clip);
}

/** Reads the clipboard's own flavour; null when it is not one, whoever put it there. */
export function readClip(text: string): Clip | null {
  if (text.length > pasteLimits.characters * 4) return null;
  try {
    const clip = Clip.safeParse(JSON.parse(text)).data ?? null;
    return clip !== null && isWhole(clip) ? clip : null;
  } catch {
    return null;
  }
}

/** As many rows as lanes, as many columns as steps, no more cards than a map holds. */
function isWhole({ steps, lanes, cells, placements, emotions }: Clip): boolean {
  const count = cells.flat(2).length;
  return (
    cells.length === lanes.length &&
    cells.every((row) => row.length === steps.length) &&
    placements.length === steps.length &&
    emotions.length === steps.length &&
    count <= limits.cards
  );
}

/** A clip as a spreadsheet takes it: its cards line by line in their cells, with names at the edges unless only cells were copied. */
export function tableOf(
  { kind, steps, lanes, cells }: Clip,
  laneName: (lane: Clip["lanes"][number]) => string,
): string[][] {
  const inner = cells.map((row) => row.map((cards) => cards.map(({ text }) => text).join("\n")));
  if (kind === "cells") return inner;
  const head = ["", ...steps.map(({ name }) => name)];
  return [head, ...inner.map((row, index) => [lanes[index] === undefined ? "" : laneName(lanes[index]), ...row])];
}

/** A table as spreadsheets exchange it: cells by tab, rows by line, quoted where a cell holds either. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join("\t")}\n`).join("");
}

/** The same as HTML, for mails and documents; a text stays text. */
export function htmlOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<td>${escape(text).replaceAll("\n", "<br>")}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}

/** A spreadsheet would reckon with a text that begins like a formula; one more apostrophe keeps it a text. */
const formula = /^'*[=+\-@]/;

function writeCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Reads such a table, also as a hand wrote it: a quote that nothing closes is a character like another.
 * @returns null when there are more cells than a map has room for.
 */
export function readTable(text: string): string[][] | null {
  if (text.length > pasteLimits.characters) return null;
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  for (let at = 0; at < text.length || row.length > 0;) {
    const { value, end } = readCell(text, at);
    row.push(value.startsWith("'") && formula.test(value) ? value.slice(1) : value);
    cells += 1;
    if (cells > pasteLimits.cells) return null;
    at = end + 1;
    if (text[end] === "\t") continue;
    rows.push(row);
    row = [];
    if (text[end] === "\r" && text[at] === "\n") at += 1;
  }
  return rows;
}

function readCell(text: string, from: number): { value: string; end: number } {
  const closing = text[from] === '"' ? closingQuote(text, from + 1) : null;
  if (closing !== null) return { value: text.slice(from + 1, closing).replaceAll('""', '"'), end: closing + 1 };
  let end = from;
  while (end < text.length && !isEdge(text[end])) end += 1;
  return { value: text.slice(from, end), end };
}

/** Where the quote that opened before `from` is closed at the edge of its cell; null when it is not. */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return isEdge(text[at + 1]) ? at : null;
  }
  return null;
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || character === "\t" || character === "\n" || character === "\r";
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
