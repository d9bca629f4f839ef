import type { Lane, LaneKind } from "./model.ts";

/** The lines of a service blueprint, from the top. Each parts what stands above it from what stands below. */
const blueprintLines = ["interactionLine", "visibilityLine", "internalLine"] as const;
export type BlueprintLine = (typeof blueprintLines)[number];

/** What the lines part, from the top: what the customer lives, what they see of us, what they do not, what bears it. */
const zones = ["customer", "front", "back", "support"] as const;
type Zone = (typeof zones)[number];

/** Only what somebody does or thinks has one: pain points, expectations or figures may stand anywhere. */
const zoneOf: Partial<Record<LaneKind, Zone>> = {
  action: "customer",
  do: "customer",
  ask: "customer",
  think: "customer",
  feel: "customer",
  touchpoint: "customer",
  frontOffice: "front",
  backOffice: "back",
  support: "support",
  system: "support",
};

export type PlacedLane = Pick<Lane, "id" | "kind">;

/** Why a lane is out of place: on which side of which line it should stand. */
export interface Misplaced {
  laneId: string;
  should: "above" | "below";
  line: BlueprintLine;
}

export function isBlueprintLine(kind: LaneKind): kind is BlueprintLine {
  return (blueprintLines as readonly LaneKind[]).includes(kind);
}

/** The lanes that stand on the wrong side of a line of the map (J60); of a line that is there twice, its first holds. */
export function misplacedLanes(lanes: readonly PlacedLane[]): Misplaced[] {
  const lines = linesOf(lanes);
  if (lines.length === 0) return [];
  return lanes.flatMap((lane, index) => misplacedAt(lane, index, lines) ?? []);
}

/** The place among the other lanes nearest to where a lane is, at which as few lanes as can be are out of place (J61). */
export function properPlace(lanes: readonly PlacedLane[], laneId: string): number {
  const from = lanes.findIndex(({ id }) => id === laneId);
  const lane = lanes[from];
  const others = lanes.filter(({ id }) => id !== laneId);
  if (lane === undefined) return others.length;
  const wrongAt = (place: number) => misplacedLanes(others.toSpliced(place, 0, lane)).length;
  const places = Array.from({ length: others.length + 1 }, (_, place) => ({
    place,
    wrong: wrongAt(place),
    way: Math.abs(place - from),
  }));
  return places.toSorted((a, b) => a.wrong - b.wrong || a.way - b.way)[0]?.place ?? from;
}

/** The lanes with everything in its place: first the lines in their order, then what stands on the wrong side (J61). */
export function arrangedLanes(lanes: readonly PlacedLane[]): PlacedLane[] {
  const slots = linesOf(lanes);
  const from = slots.map(({ index }) => index).toSorted((a, b) => a - b);
  let arranged = [...lanes];
  slots.forEach(({ index }, rank) => {
    const lane = lanes[index];
    if (lane !== undefined) arranged[from[rank] ?? index] = lane;
  });
  for (const { laneId } of misplacedLanes(arranged)) {
    const lane = arranged.filter(({ id }) => id === laneId);
    const place = properPlace(arranged, laneId);
    arranged = arranged.filter(({ id }) => id !== laneId).toSpliced(place, 0, ...lane);
  }
  return arranged;
}

interface LineAt {
  line: BlueprintLine;
  index: number;
}

function linesOf(lanes: readonly PlacedLane[]): LineAt[] {
  return blueprintLines
    .map((line) => ({ line, index: lanes.findIndex(({ kind }) => kind === line) }))
    .filter(({ index }) => index !== -1);
}

function misplacedAt({ id, kind }: PlacedLane, index: number, lines: readonly LineAt[]): Misplaced | null {
  const wrong = lines.flatMap(({ line, index: at }): Misplaced[] => {
    const isAbove = shouldBeAbove(kind, line);
    if (isAbove === null || index === at || isAbove === index < at) return [];
    return [{ laneId: id, should: isAbove ? "above" : "below", line }];
  });
  // The line next to its zone says it best: what we hide stands below the line of visibility.
  return wrong.findLast(({ should }) => should === "below") ?? wrong[0] ?? null;
}

/** Of two lines in the wrong order only the one that should be above says so. */
function shouldBeAbove(kind: LaneKind, line: BlueprintLine): boolean | null {
  const rank = blueprintLines.indexOf(line);
  const zone = zoneOf[kind];
  if (zone !== undefined) return zones.indexOf(zone) <= rank;
  return isBlueprintLine(kind) && blueprintLines.indexOf(kind) < rank ? true : null;
}
