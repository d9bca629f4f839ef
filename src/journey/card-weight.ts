import type { Card, LaneKind } from "./model.ts";

/** Whether the cards of a lane say what hurts or may hurt: how badly, how often, how many. */
export function hurts(kind: LaneKind): boolean {
  return kind === "irritant" || kind === "riskZone";
}

/**
 * How soon an opportunity is worth doing, 1–25: what it brings (1–5) times how easy it is (6 − effort); null until both
 * are said (J64).
 */
export function priorityOf({ value, effort }: Pick<Card, "value" | "effort">): number | null {
  return value === null || effort === null ? null : value * (6 - effort);
}

/**
 * How much a pain weighs: the people met at its steps, in the share that severity and frequency (each of 5) say; null
 * until the severity and the people are known. A frequency that nobody said counts as «always» (J65).
 */
export function painOf(
  { severity, frequency }: Pick<Card, "severity" | "frequency">,
  people: number | null,
): number | null {
  return severity === null || people === null ? null : people * (severity / 5) * ((frequency ?? 5) / 5);
}

/** Whether an evidence is an address of the web, which alone becomes a link. */
export function evidenceLink(evidence: string): string | null {
  const text = evidence.trim();
  if (/\s/.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === "" && url.password === "" ? url.href : null;
}
