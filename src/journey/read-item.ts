import * as Y from "yjs";
import { limits } from "./limits.ts";
import {
  drivers,
  maturities,
  phases,
  placementFlags,
  type Card,
  type Framing,
  type JourneyDocument,
  type Lane,
  type Link,
  type Placement,
  type Stage,
  type Step,
} from "./model.ts";

type Fields = Y.Map<unknown>;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an item says of itself, whatever the fields hold. Where it is, and whether it is shown, takes the document. */
export const readOwn = {
  stages: (item: Fields): Pick<Stage, "name" | "phase"> => ({
    name: nameOf(item),
    phase: oneOf(phases, item.get("phase")),
  }),
  steps: (item: Fields): Pick<Step, "name" | "selfScore"> => ({
    name: nameOf(item),
    selfScore: level(item.get("selfScore")),
  }),
  lanes: (item: Fields): Omit<Lane, "id" | "kind"> => ({
    name: nameOf(item),
    isHidden: item.get("isHidden") === true,
    isCollapsed: item.get("isCollapsed") === true,
    isLocked: item.get("isLocked") === true,
  }),
  cards: (item: Fields): Omit<Card, "id" | "laneId" | "stepId"> => ({
    text: text(item.get("text"), limits.text),
    span: whole(item.get("span"), limits.steps) ?? 1,
    severity: level(item.get("severity")),
    frequency: level(item.get("frequency")),
    evidence: text(item.get("evidence"), limits.evidence),
    isMet: isBoolean(item.get("isMet")) ? item.get("isMet") === true : null,
    value: level(item.get("value")),
    effort: level(item.get("effort")),
    personaIds: labels(item.get("personaIds")),
    tags: labels(item.get("tags")),
    imageId: uuid.test(string(item.get("imageId"))) ? string(item.get("imageId")) : null,
  }),
  placements: (item: Fields): Omit<Placement, "id" | "stepId" | "touchpointId"> => ({
    importance: level(item.get("importance")),
    momentOfTruth: item.get("momentOfTruth") === true,
    expectation: finite(item.get("expectation")),
    selfScore: level(item.get("selfScore")),
    flag: oneOf(placementFlags, item.get("flag")),
  }),
  links: (item: Fields): Pick<Link, "name"> => ({ name: nameOf(item) }),
  emotions: () => ({}),
  personas: () => ({}),
};

/** What the document says beside its items. */
export function readMeta(meta: Fields): Pick<JourneyDocument, "name" | "isCycle" | "isLocked" | "framing"> {
  return {
    name: nameOf(meta),
    isCycle: meta.get("isCycle") === true,
    isLocked: meta.get("isLocked") === true,
    framing: readFraming(meta),
  };
}

function readFraming(meta: Fields): Framing {
  const words = (field: keyof Framing) => text(meta.get(`framing.${field}`), limits.text);
  const wanted = meta.get("framing.drivers");
  return {
    objective: words("objective"),
    scope: words("scope"),
    outOfScope: words("outOfScope"),
    audience: words("audience"),
    data: words("data"),
    listening: words("listening"),
    team: words("team"),
    drivers: Array.isArray(wanted) ? drivers.filter((driver) => wanted.includes(driver)) : [],
    maturity: oneOf(maturities, meta.get("framing.maturity")),
  };
}

export function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function finite(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

export function oneOf<T>(known: readonly T[], value: unknown): T | null {
  return known.find((each) => each === value) ?? null;
}

function nameOf(item: Fields): string {
  return text(item.get("name"), limits.name);
}

function text(value: unknown, longest: number): string {
  return (value instanceof Y.Text ? value.toJSON() : string(value)).slice(0, longest);
}

function level(value: unknown): number | null {
  return whole(value, 5);
}

function whole(value: unknown, most: number): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most ? value : null;
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function labels(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((label): label is string => typeof label === "string" && label !== "")
    .slice(0, limits.labels)
    .map((label) => label.slice(0, limits.label));
}
