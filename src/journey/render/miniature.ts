import type { Shape } from "./drawing.ts";
import { type DrawOptions, drawMap, type MapInput, railEnd } from "./map.ts";
import { toSvg } from "./svg.ts";

/** Narrow columns: what is left without words needs no more. */
const cellWidth = 64;
/** A map of few steps is not drawn larger than others: all have room for so many. */
const leastColumns = 12;
/** Left out above, where the names of the stages would be. */
const headroom = 16;

/**
 * The same map in little, for lists: everything has its place and its colour, and no words. Measures, which are words
 * alone, are left out.
 */
export function renderMiniature(input: MapInput, options: Pick<DrawOptions, "theme">): string {
  const drawing = drawMap(wordless(input), { ...options, isFramed: false, cellWidth });
  const shapes = drawing.shapes.flatMap((shape): Shape[] => {
    if (shape.kind === "text") return [];
    if (shape.kind !== "box") return [shape];
    const { text: _text, ...ground } = shape;
    return [ground];
  });
  const width = Math.max(drawing.width - railEnd, leastColumns * cellWidth);
  const window = { x: railEnd, y: headroom, width, height: drawing.height - headroom };
  return toSvg({ ...drawing, title: input.document.name, shapes }, window);
}

/** What is not said takes no room. */
function wordless(input: MapInput): MapInput {
  const { document } = input;
  return {
    ...input,
    touchpoints: new Map(
      document.placements.map(({ touchpointId }) => [touchpointId, { name: "", channel: null, team: null }]),
    ),
    images: new Map(),
    document: {
      ...document,
      stages: document.stages.map((stage) => ({ ...stage, name: "", phase: null })),
      steps: document.steps.map((step) => ({ ...step, name: "", selfScore: null })),
      lanes: document.lanes
        .filter(({ kind }) => kind !== "measure" && kind !== "image")
        .map((lane) => ({ ...lane, name: " " })),
      cards: document.cards.map((card) => ({ ...card, ...unsaid, text: "" })),
      links: document.links.filter(({ kind }) => kind === "break").map((link) => ({ ...link, name: "" })),
    },
  };
}

const unsaid = {
  severity: null,
  frequency: null,
  evidence: "",
  isMet: null,
  value: null,
  effort: null,
  personaIds: [],
  tags: [],
  imageId: null,
};
