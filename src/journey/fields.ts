import * as Y from "yjs";
import { limits } from "./document.ts";
import type { Card, Lane, Placement, Stage, Step } from "./model.ts";
import { EditRefused } from "./refusal.ts";

/** The fields of an item as the document keeps them. */
export type Fields = Record<string, unknown>;

export function stageFields({ name }: Stage): Fields {
  checkName(name);
  return { name };
}

export function stepFields({ name, stageId }: Step): Fields {
  checkName(name);
  return { name, stageId };
}

export function laneFields({ name, kind }: Lane): Fields {
  checkName(name);
  return { name, kind };
}

export function cardFields({ text, laneId, stepId }: Card): Fields {
  checkText(text);
  return { laneId, stepId, text: new Y.Text(text) };
}

export function placementFields({ stepId, touchpointId, importance, momentOfTruth, expectation }: Placement): Fields {
  checkImportance(importance);
  checkExpectation(expectation);
  return { stepId, touchpointId, importance, momentOfTruth, expectation };
}

export function checkName(name: string): void {
  if (name.length > limits.name) throw new EditRefused("tooLong", "name", limits.name);
}

export function checkText(text: string): void {
  if (text.length > limits.text) throw new EditRefused("tooLong", "cards", limits.text);
}

export function checkImportance(importance: number | null): void {
  const isValid = importance === null || (Number.isInteger(importance) && importance >= 1 && importance <= 5);
  if (!isValid) throw new EditRefused("invalid", "placements");
}

export function checkExpectation(expectation: number | null): void {
  if (expectation !== null && !Number.isFinite(expectation)) throw new EditRefused("invalid", "placements");
}
