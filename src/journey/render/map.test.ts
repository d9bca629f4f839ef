import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChangeKind } from "../compare.ts";
import { JourneyDocument, laneKinds } from "../model.ts";
import { baselines, type Drawing, innerOf, type Rect, type Shape } from "./drawing.ts";
import { mapInput } from "./input.ts";
import { withChanges } from "./changes.ts";
import { drawMap, renderMap } from "./map.ts";
import { renderMiniature } from "./miniature.ts";
import { type Palette, palettes } from "./palette.ts";
import { sampleDraft, sampleInput, sampleLibrary, sampleMeasures, sampleScore } from "./sample.testing.ts";
import { toSvg } from "./svg.ts";
import { textWidth } from "./type.ts";
import { problemsOfXml } from "./xml.testing.ts";

const orientations = ["columns", "rows"] as const;

/** The texts of a drawing with the place that each may take. */
function texts({
  shapes,
}: Drawing): { source: string | undefined; box: Rect; shape: Shape & { kind: "box" | "text" } }[] {
  return shapes.flatMap((shape) =>
    shape.kind === "text" || (shape.kind === "box" && shape.text !== undefined)
      ? [{ source: shape.source, box: shape.kind === "box" ? innerOf(shape) : shape, shape }]
      : [],
  );
}

const allLines = (drawing: Drawing) =>
  texts(drawing).flatMap(({ shape }) => (shape.text ?? []).flatMap(({ lines }) => lines));

/** Lines that leave their box, in words. */
function overflowing(drawing: Drawing): string[] {
  return texts(drawing).flatMap(({ box, shape }) => {
    const lines = baselines(shape.text ?? [], box.y);
    const wide = lines.filter(({ line, style }) => textWidth(line, style) > box.width + 0.5);
    const low = lines.filter(({ y }) => y > box.y + box.height + 0.5);
    return [...wide, ...low].map(({ line }) => `${shape.source ?? shape.kind}: ${line}`);
  });
}

const sources = ({ shapes }: Drawing, kind: string) =>
  shapes.flatMap(({ source }) => (source?.startsWith(`${kind}:`) === true ? [source.slice(kind.length + 1)] : []));

describe.each(orientations)("with steps as %s", (orientation) => {
  const drawing = drawMap(sampleInput(), { orientation });

  test("[R2, R5] every item that is shown is drawn once", () => {
    const { document } = sampleInput();
    expect(sources(drawing, "card").toSorted()).toEqual(document.cards.map(({ id }) => id).toSorted());
    expect(sources(drawing, "placement").toSorted()).toEqual(document.placements.map(({ id }) => id).toSorted());
    expect(sources(drawing, "step")).toEqual(document.steps.map(({ id }) => id));
    expect(sources(drawing, "stage")).toEqual(document.stages.map(({ id }) => id));
    expect([...new Set(sources(drawing, "lane"))]).toEqual(document.lanes.map(({ id }) => id));
  });

  test("[R2] what comes later in the document stands further on", () => {
    const places = texts(drawing).filter(({ source }) => source?.startsWith("step:"));
    const along = places.map(({ box }) => (orientation === "columns" ? box.x : box.y));
    expect(along).toEqual(along.toSorted((a, b) => a - b));
  });

  test("[R3] no text leaves its box, and none the drawing", () => {
    expect(overflowing(drawing)).toEqual([]);
    const outside = texts(drawing).filter(
      ({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > drawing.width || box.y + box.height > drawing.height,
    );
    expect(outside.map(({ source }) => source)).toEqual([]);
  });

  test("[R3] cards do not lie over each other", () => {
    const cards = drawing.shapes.filter((shape) => shape.kind === "box" && shape.source?.startsWith("card:"));
    const meeting = cards.flatMap((a, index) =>
      cards
        .slice(index + 1)
        .flatMap((b) => (a.kind === "box" && b.kind === "box" && meet(a, b) ? [`${a.source} ${b.source}`] : [])),
    );
    expect(meeting).toEqual([]);
  });

  test("[R11] the lines of a blueprint run through all steps", () => {
    const { document } = sampleInput();
    const lines = document.lanes.filter(({ kind }) => kind.endsWith("Line"));
    const dashed = drawing.shapes.filter((shape) => shape.kind === "path" && shape.dash?.join() === "8,5");
    expect(dashed).toHaveLength(lines.length);
  });
});

function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test("[R1] the same map gives the same picture", () => {
  expect(renderMap(sampleInput())).toBe(renderMap(sampleInput()));
});

test("[R4] a hidden lane is left out until it is asked for, a folded one counts its cards", () => {
  const lanes = sampleDraft.lanes.map((lane) => ({
    ...lane,
    isHidden: lane.id === "irritant",
    isCollapsed: lane.id === "think",
  }));
  const input = sampleInput({ lanes });
  const irritants = input.document.cards.filter(({ laneId }) => laneId === "irritant").map(({ id }) => id);
  const thoughts = input.document.cards.filter(({ laneId }) => laneId === "think");
  const drawing = drawMap(input);
  expect(sources(drawing, "card").filter((id) => irritants.includes(id))).toEqual([]);
  expect(allLines(drawing).filter((line) => line === "+1")).toHaveLength(thoughts.length);
  expect(sources(drawMap(input, { laneIds: ["irritant"] }), "card")).toEqual(irritants);
});

test("[R6] a card over several steps lies over them, or names the last", () => {
  const long = "backOffice-6";
  const across = drawMap(sampleInput()).shapes.find(({ source }) => source === `card:${long}`);
  const [first, last] = ["s6", "s9"].map((id) =>
    texts(drawMap(sampleInput())).find(({ source }) => source === `step:${id}`),
  );
  expect(
    across?.kind === "box" && across.x <= (first?.box.x ?? 0) && across.x + across.width > (last?.box.x ?? 0),
  ).toBe(true);
  const down = drawMap(sampleInput(), { orientation: "rows" }).shapes.find(({ source }) => source === `card:${long}`);
  const said = down?.kind === "box" ? (down.text ?? []).flatMap(({ whole = "" }) => whole) : [];
  expect(said.join(" ")).toContain("jusqu’à Je reçois ma commande");
});

test("[R7] assumed lines are dashed and broken where nothing is known, surveyed ones are solid with a band", () => {
  const only = (kind: string, change = {}) => drawMap(sampleInput(change), { laneIds: [kind], isFramed: false }).shapes;
  const curves = only("emotion").filter(
    (shape) => shape.kind === "path" && shape.path.some(([command]) => command === "C"),
  );
  const assumed = curves.filter((shape) => shape.kind === "path" && (shape.dash ?? []).length > 0);
  const surveyed = curves.filter(
    (shape) => shape.kind === "path" && (shape.strokeWidth === 2.6 || shape.opacity !== undefined),
  );
  // Camille's is cut at the seventh step; Marc's and the wanted one are whole.
  expect(assumed.filter(({ source }) => source === undefined)).toHaveLength(4);
  // The third step has too few answers, the fourteenth none: three stretches, the last a single point.
  expect(surveyed.filter((shape) => shape.kind === "path" && shape.fill !== undefined)).toHaveLength(2);
  expect(surveyed.filter((shape) => shape.kind === "path" && shape.stroke !== undefined)).toHaveLength(2);
});

test("[R8] a score says its metric, interval and n, or that they are too few", () => {
  const lines = allLines(drawMap(sampleInput(), { laneIds: ["measure"] }));
  expect(lines).toEqual(
    expect.arrayContaining(["NPS", "+31", "±6 · n 638", "—", "n 3 · trop peu", "indicatif", "▼ 9"]),
  );
  expect(lines).toContain("pas de réponse");
});

test.each([
  ["fr", "ces5", 3.65, ["CES (1–5)", "3,7", "±0,4 · n 40"]],
  ["en", "ces5", 3.65, ["CES (1–5)", "3.7", "±0.4 · n 40"]],
  ["fr", "yesNo", 75, ["Oui/non", "75 %", "±0,4 · n 40"]],
  ["en", "yesNo", 75, ["Yes/no", "75%", "±0.4 · n 40"]],
] as const)("[R8] in %s, %s of %d is drawn with its name and unit", (locale, metric, value, expected) => {
  const { figures, ...input } = sampleInput();
  const score = { ...sampleScore(0), metric, n: 40, value, low: value - 0.36, high: value + 0.36, change: null };
  const placements = new Map(figures?.placements.entries().map(([id, figure]) => [id, { ...figure, score }] as const));
  const drawing = drawMap(
    { ...input, figures: figures && { ...figures, placements } },
    { laneIds: ["measure"], locale },
  );
  expect(allLines(drawing)).toEqual(expect.arrayContaining([...expected]));
});

test("[R30] figures that are filtered and split say so, and each value has its score", () => {
  const document = JourneyDocument.parse(sampleDraft);
  const measures = sampleMeasures(document);
  const split = [
    { ...measures.whole, value: "late", scores: [sampleScore(0)] },
    { ...measures.whole, value: "", scores: [] },
  ];
  const touchpoints = measures.touchpoints.map((touchpoint) => ({ ...touchpoint, split }));
  const input = mapInput(
    { document, kind: "journey", state: "lived" },
    {
      day: "2026-11-22",
      library: sampleLibrary,
      measures: { ...measures, splitBy: "delivery", touchpoints },
      filter: ["region:north", "region:south", "kind:"],
    },
  );
  const lines = allLines(drawMap(input, { locale: "en" }));
  expect(lines.join(" ")).toContain("only region = north or south · only kind = not said · split by delivery");
  expect(lines).toEqual(expect.arrayContaining(["+31 · n 638", "late", "—", "not said"]));
});

test("[R9] a moment of truth is a lozenge, missing and redundant touchpoints are said in words", () => {
  const drawing = drawMap(sampleInput());
  const lozenges = drawing.shapes.filter(
    (shape) => shape.kind === "mark" && shape.form === "lozenge" && shape.source !== undefined,
  );
  expect(lozenges.map(({ source }) => source)).toEqual(["placement:pl4-0", "placement:pl8-0"]);
  expect(allLines(drawing)).toEqual(expect.arrayContaining(["manquant", "redondant"]));
});

test("[R10] links say their names, and where they lead when that is on another page", () => {
  expect(allLines(drawMap(sampleInput()))).toEqual(
    expect.arrayContaining(["rupture 31 %", "revient à", "sans rendez-vous"]),
  );
  const one = drawMap(sampleInput(), { stageIds: ["g1"], cellWidth: 300 });
  expect(allLines(one)).toContain("sans rendez-vous → Je commande et je paie");
  expect(sources(one, "link")).toEqual(expect.arrayContaining(["l1", "l2"]));
});

test("[R12] the title says what the map is, the legend only what is on it", () => {
  const lines = allLines(drawMap(sampleInput(), { locale: "en" }));
  expect(lines.join("\n")).toContain("Customer journey map · lived · Oct 2026 · 61,000 contacts");
  expect(lines).toContain("moment of truth");
  expect(lines).toContain("break point");
  const plain = { ...sampleInput({ placements: [], emotions: [], links: [] }), figures: null };
  const unsigned = allLines(drawMap(plain, { locale: "en" }));
  for (const sign of ["moment of truth", "break point"]) expect(unsigned).not.toContain(sign);
});

test("[R13] the colours are those of the screen", () => {
  const css = readFileSync(new URL("../../ui/tokens.css", import.meta.url), "utf8");
  const [light = "", dark = ""] = css.split('[data-mantine-color-scheme="dark"]');
  const token = (name: string) =>
    name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)$/, "-$1");
  for (const [theme, part] of [
    ["light", light],
    ["dark", dark],
  ] as const) {
    const said = Object.fromEntries(
      [...part.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
    );
    const drawn = Object.fromEntries(
      Object.entries(palettes[theme] satisfies Palette).map(([name, value]) => [token(name), value]),
    );
    expect(said).toMatchObject(drawn);
  }
});

test("[R14] a lane of measures without figures takes no room", () => {
  const none = { ...sampleInput(), figures: null };
  const without = none.document.lanes.filter(({ kind }) => kind !== "measure").map(({ id }) => id);
  expect(drawMap(none).height).toBe(drawMap(none, { laneIds: without }).height);
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "</text><script>alert(1)</script>",
    "<![CDATA[",
    "&amp;&#0;",
    "\u0000\uFFFF\uD800",
    "a\tb\r\nc",
    "🙂👩‍👩‍👧 漢字 עברית",
    '" onload="x',
  ),
);

/** Any map at all, with whatever people paste into it. */
const anyDocument = fc
  .record({
    names: fc.array(hostile, { minLength: 0, maxLength: 4 }),
    steps: fc.array(hostile, { maxLength: 5 }),
    kinds: fc.array(fc.constantFrom(...laneKinds), { maxLength: 6 }),
    texts: fc.array(fc.tuple(hostile, fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 })), { maxLength: 12 }),
    isCycle: fc.boolean(),
  })
  .map(({ names, steps, kinds, texts, isCycle }) => {
    const stages = names.length === 0 ? [] : names.map((name, at) => ({ id: `g${at}`, name: name.slice(0, 200) }));
    const shown = stages.length === 0 ? [] : steps;
    const lanes = kinds.map((kind, at) => ({ id: `l${at}`, kind, name: names[at] ?? "" }));
    return JourneyDocument.parse({
      name: names[0] ?? "",
      isCycle,
      stages,
      steps: shown
        .map((name, at) => ({ id: `s${at}`, stageId: `g${at % stages.length}`, name }))
        .toSorted((a, b) => a.stageId.localeCompare(b.stageId)),
      lanes,
      cards: texts.flatMap(([text, step, lane, span], at) =>
        shown.length === 0 || lanes.length === 0
          ? []
          : [
              {
                id: `c${at}`,
                laneId: `l${lane % lanes.length}`,
                stepId: `s${step % shown.length}`,
                text,
                span,
                tags: ["<b>"],
              },
            ],
      ),
      placements: [],
      links:
        shown.length < 2 ? [] : [{ id: "k", kind: "return", fromStepId: "s1", toStepId: "s0", name: names[1] ?? "" }],
    });
  });

test("[R3, R20] any map gives a well-formed picture that fetches and runs nothing, its text in its boxes", () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom(...orientations), (document, orientation) => {
      const input = mapInput(
        { document, kind: "blueprint", state: "target" },
        { day: "2026-11-22", library: sampleLibrary },
      );
      const drawing = drawMap(input, { orientation });
      expect(overflowing(drawing)).toEqual([]);
      const svg = renderMap(input, { orientation });
      expect(problemsOfXml(svg)).toEqual([]);
      expect(
        svg.match(/<(?!\/)([a-z]+)/g)?.filter((tag) => /script|foreign|style|use|animate/.test(tag)) ?? [],
      ).toEqual([]);
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/ (?:on\w+|href)="/);
    }),
    { numRuns: 150 },
  );
});

test("[R20] a picture says what it is to who hears it", () => {
  const svg = renderMap(sampleInput());
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg).toContain("<title>Rénover sa cuisine</title>");
  expect(svg).toMatch(/<desc>[^<]*15 étapes, 13 lignes<\/desc>/);
});

test("[R31] what differs has a frame with a sign, and nothing else has", () => {
  const changed = new Map<string, ChangeKind>([
    [`card:${sampleInput().document.cards[0]?.id}`, "removed"],
    ["placement:pl4-0", "changed"],
    ["link:l1", "added"],
    ["step:s3", "moved"],
    ["card:gone", "added"],
  ]);
  const drawing = drawMap(sampleInput());
  const marked = withChanges(drawing, changed, palettes.light);
  const added = { ...marked, shapes: marked.shapes.slice(drawing.shapes.length) };
  expect(marked.shapes.slice(0, drawing.shapes.length)).toEqual(drawing.shapes);
  expect(allLines(added).toSorted()).toEqual(["+", "~", "−", "→"].toSorted());
  expect(problemsOfXml(toSvg(marked))).toEqual([]);
});

test("[R29] in little a map keeps every station and card in its place, and says no word", () => {
  const input = sampleInput();
  const svg = renderMiniature(input, { theme: "light" });
  expect(svg).not.toContain("<text");
  const { cards, placements, lanes } = input.document;
  const isDrawn = ({ laneId }: { laneId: string }) => lanes.find(({ id }) => id === laneId)?.kind !== "image";
  for (const { id } of cards.filter(isDrawn)) expect(svg, id).toContain(`data-source="card:${id}"`);
  for (const { id } of placements) expect(svg, id).toContain(`data-source="placement:${id}"`);
});
