import * as Y from "yjs";
import type { z } from "zod";
import { limits, type Collection } from "./document.ts";
import { Card, EmotionPoint, Framing, Lane, Link, Placement, Stage, Step } from "./model.ts";
import { EditRefused } from "./refusal.ts";

/** The fields of an item as the document keeps them. */
export type Fields = Record<string, unknown>;

/** What may be said of an item once it is there, without its place and its text. */
export const Details = {
  stages: Stage.pick({ phase: true }).partial(),
  steps: Step.pick({ selfScore: true }).partial(),
  lanes: Lane.pick({ isHidden: true, isCollapsed: true, isLocked: true }).partial(),
  cards: Card.omit({ id: true, laneId: true, stepId: true, text: true }).partial(),
  placements: Placement.omit({ id: true, stepId: true, touchpointId: true }).partial(),
  links: Link.pick({ kind: true, name: true }).partial(),
  framing: Framing.partial(),
} as const;
export type Detailed = Exclude<keyof typeof Details, "framing">;
export type DetailsOf<Kind extends keyof typeof Details> = z.input<(typeof Details)[Kind]>;

/** The fields of a new item: what is not said is not written, and reads as its default. */
export function fieldsOf(
  collection: Collection,
  item: { id: string; name?: string | undefined; text?: string | undefined },
): Fields {
  const { name, text, ...others } = item;
  const rest = Object.fromEntries(Object.entries(others).filter(([key]) => key !== "id"));
  if (name !== undefined) checkName(name);
  if (text !== undefined) checkText(text);
  checkDetails(collection, rest);
  return {
    ...(name === undefined ? {} : { name }),
    ...(text === undefined ? {} : { text: new Y.Text(text) }),
    ...Object.fromEntries(Object.entries(rest).filter(([key, value]) => !isDefault(key, value))),
  };
}

/** @throws EditRefused `invalid`, or `tooLong` for a text. */
export function checkDetails(subject: Collection | "framing", details: object): void {
  const schema =
    subject === "emotions" ? EmotionPoint.pick({ value: true }) : subject === "personas" ? null : Details[subject];
  const issue = schema?.safeParse(details).error?.issues[0];
  if (issue === undefined) return;
  const isLong = issue.code === "too_big" && issue.origin === "string";
  const where = subject === "framing" ? "name" : subject;
  throw isLong ? new EditRefused("tooLong", where, Number(issue.maximum)) : new EditRefused("invalid", where);
}

export function checkName(name: string): void {
  if (name.length > limits.name) throw new EditRefused("tooLong", "name", limits.name);
}

export function checkText(text: string): void {
  if (text.length > limits.text) throw new EditRefused("tooLong", "cards", limits.text);
}

/** A map of thousands of cards stays small when it does not keep what every reader assumes. */
export function isDefault(key: string, value: unknown): boolean {
  return (
    value === null ||
    (value === false && key !== "isMet") ||
    value === "" ||
    (key === "span" && value === 1) ||
    (Array.isArray(value) && value.length === 0)
  );
}
