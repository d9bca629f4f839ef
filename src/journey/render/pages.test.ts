import { expect, test } from "vitest";
import { deckOf } from "./deck.ts";
import type { Paragraph } from "./drawing.ts";
import { drawMap } from "./map.ts";
import { type Page, pagesOf } from "./pages.ts";
import { palettes } from "./palette.ts";
import { sampleInput } from "./sample.testing.ts";
import { slidePages } from "./slide.ts";
import { pageSvg } from "./svg.ts";
import { problemsOfXml } from "./xml.testing.ts";

const millimetre = 96 / 25.4;
const lines = ({ marks }: Page) =>
  marks.flatMap((mark) => (mark.kind === "text" ? mark.text.flatMap(({ lines }) => lines) : []));

test("[R23] the sheets of a wall show all of the map, each a centimetre of the next", () => {
  const input = sampleInput();
  const pages = pagesOf(input, {}, { paper: "a4", cut: "none", wide: 3 });
  const { width, height } = drawMap(input);
  const [first] = pages;
  const rows = pages.length / 3;
  expect(Number.isInteger(rows)).toBe(true);
  pages.forEach(({ window, scale }, index) => {
    const isLast = { right: index % 3 === 2, below: index >= pages.length - 3 };
    const next = { right: pages[index + 1], below: pages[index + 3] };
    if (isLast.right) expect(window.x + window.width).toBeCloseTo(width, 3);
    else expect((window.x + window.width - (next.right?.window.x ?? 0)) * scale).toBeCloseTo(10 * millimetre, 3);
    if (isLast.below) expect(window.y + window.height).toBeCloseTo(height, 3);
    else expect((window.y + window.height - (next.below?.window.y ?? 0)) * scale).toBeCloseTo(10 * millimetre, 3);
  });
  expect(first?.width).toBeCloseTo(297 * millimetre, 3);
});

test("[R23] sheets say their page and where to paste", () => {
  const pages = pagesOf(sampleInput(), { locale: "fr" }, { paper: "a3", cut: "none", wide: 2 });
  expect(lines(pages[0]!)).toEqual([`Page 1/${pages.length} · A1`, "coller ici"]);
  expect(lines(pages[1]!)).toEqual([`Page 2/${pages.length} · A2`]);
});

test("[R23] more sheets side by side make a larger wall", () => {
  const scaleOf = (wide: number) => pagesOf(sampleInput(), {}, { paper: "a4", cut: "none", wide })[0]!.scale;
  expect(scaleOf(4)).toBeGreaterThan(1.8 * scaleOf(2));
});

test("[R24] cut into macro-stages, each has its pages, and all of its cards are on them", () => {
  const input = sampleInput();
  const pages = pagesOf(input, {}, { paper: "a4", cut: "stages", wide: 1 });
  const cards = new Set(pages.flatMap(({ drawing }) => drawing.shapes.map(({ source }) => source)));
  expect(input.document.cards.filter(({ id }) => !cards.has(`card:${id}`))).toEqual([]);
  for (const { id } of input.document.steps) expect(cards).toContain(`step:${id}`);
});

test("[R24] text on a cut page is read at arm's length", () => {
  const pages = pagesOf(sampleInput(), {}, { paper: "a4", cut: "stages", wide: 1 });
  expect(Math.min(...pages.map(({ scale }) => scale))).toBeGreaterThanOrEqual(0.7);
  expect(pages.every(({ drawing, scale, width }) => drawing.width * scale <= width)).toBe(true);
});

test("[R23, R28] a sheet is a picture of its own for the printer", () => {
  for (const page of pagesOf(sampleInput(), {}, { paper: "a4", cut: "none", wide: 2 })) {
    expect(problemsOfXml(pageSvg(page))).toEqual([]);
  }
});

test("[R24] all pages of one file are drawn at one scale, and a stage is said by the title alone", () => {
  const pages = pagesOf(sampleInput(), {}, { paper: "a3", cut: "stages", wide: 1 });
  expect(new Set(pages.map(({ scale }) => scale)).size).toBe(1);
  expect(pages.flatMap(({ drawing }) => drawing.shapes.filter(({ source }) => source?.startsWith("stage:")))).toEqual(
    [],
  );
});

test("[R24] a macro-stage of many steps goes over several pages, so that it can be read", () => {
  const input = sampleInput();
  const stages = input.document.stages.slice(0, 1);
  const steps = input.document.steps.map((step) => ({ ...step, stageId: "g0" }));
  const pages = pagesOf(sampleInput({ stages, steps }), {}, { paper: "a4", cut: "stages", wide: 1 });
  const drawn = new Set(pages.flatMap(({ drawing }) => drawing.shapes.map(({ source }) => source)));
  for (const { id } of steps) expect(drawn).toContain(`step:${id}`);
  expect(Math.min(...pages.map(({ scale }) => scale))).toBeGreaterThanOrEqual(0.6);
});

test("[R24] a map without stages is a page all the same", () => {
  const empty = sampleInput({ stages: [], steps: [], cards: [], placements: [], links: [], emotions: [] });
  expect(pagesOf(empty, {}, { paper: "a4", cut: "stages", wide: 1 })).toHaveLength(1);
});

test("[R25] a talk begins with the whole line, goes through every macro-stage, and ends with what hurts and could be done", () => {
  const { title, pages } = deckOf(sampleInput(), { locale: "fr" });
  expect(title).toBe("Rénover sa cuisine");
  const told = pages.map((page) => page.title.replace(/ \(.*/, ""));
  expect([...new Set(told)]).toEqual([
    "Vue d’ensemble",
    "Inspiration",
    "Projet",
    "Achat",
    "Livraison et pose",
    "Usage",
    "Irritants",
    "Opportunités d’amélioration",
  ]);
  expect(pages[1]?.subtitle).toBe("Étape clé 1/5");
});

test("[R25] an overview of more steps than a slide holds goes over several", () => {
  const input = sampleInput();
  const many = Array.from({ length: 45 }, (_, at) => ({
    id: `m${at}`,
    stageId: "g0",
    name: `Étape ${at}`,
    selfScore: null,
  }));
  const { pages } = deckOf(sampleInput({ steps: [...many, ...input.document.steps.slice(3)] }), { locale: "fr" });
  const overviews = pages.filter(({ title }) => title.startsWith("Vue d’ensemble"));
  expect(overviews.map(({ title }) => title)).toEqual([1, 2, 3, 4].map((at) => `Vue d’ensemble (${at}/4)`));
  const scales = overviews.flatMap(({ content }) => (content.kind === "map" ? [content.scale] : []));
  expect(Math.min(...scales)).toBeGreaterThan(0.5);
});

test("[R25] what was agreed before mapping comes first, as a table", () => {
  const framing = { objective: "Tenir une seule date", drivers: ["loyalty" as const] };
  const [page] = deckOf(sampleInput({ framing }), { locale: "fr" }).pages;
  expect(page?.title).toBe("Cadrage");
  expect(page?.content.kind === "table" ? page.content.table.rows.map(({ cells }) => cells.map(saidIn)) : []).toEqual([
    ["Objectif", "Tenir une seule date"],
    ["Ce que veut l’entreprise", "fidélité"],
  ]);
});

test("[R25] the heaviest comes first among what hurts", () => {
  const { pages } = deckOf(sampleInput(), { locale: "fr" });
  const severities = pages
    .filter(({ title }) => title.startsWith("Irritants"))
    .flatMap(({ content }) => (content.kind === "table" ? content.table.rows : []))
    .map(({ cells }) => saidIn(cells[2] ?? []));
  expect(severities.length).toBeGreaterThan(3);
  expect(severities).toEqual(severities.toSorted((a, b) => b.localeCompare(a)));
});

test("[R28] the preview of slides shows the cover and the tables as they will be", () => {
  const pages = slidePages(deckOf(sampleInput(), { locale: "fr" }), palettes.light).map(pageSvg);
  expect(pages[0]).toMatch(/Rénover sa cuisine<\/text>\s*<\/g>.*Personas/su);
  expect(pages.at(-1)).toContain("Opportunités d’amélioration</text>");
  // Nothing is painted over what a slide says.
  for (const page of [pages[0], pages.at(-1)])
    expect(page?.match(/<rect [^>]*width="1280" height="720"/g)?.length).toBe(2);
  expect(pages.at(-1)?.lastIndexOf('width="1280" height="720"')).toBeLessThan(pages.at(-1)?.indexOf("<text") ?? 0);
});

test("[R25] nothing leaves its slide, however long the texts are", () => {
  const text = "Une phrase qui dit tout ce qu’un atelier de deux jours a pu récolter. ".repeat(40);
  const cards = sampleInput().document.cards.map((card) => ({ ...card, text }));
  const framing = { objective: text, scope: text };
  for (const input of [sampleInput(), sampleInput({ cards, framing, name: text.slice(0, 200) })]) {
    for (const page of slidePages(deckOf(input, { locale: "fr" }), palettes.light)) {
      expect(page.y + page.window.height * page.scale).toBeLessThanOrEqual(page.height + 0.5);
      expect(page.x + page.window.width * page.scale).toBeLessThanOrEqual(page.width + 0.5);
      const low = [...page.marks, ...(page.marks.length === 0 ? page.drawing.shapes : [])].flatMap((mark) =>
        "y" in mark && "height" in mark ? [mark.y + mark.height] : [],
      );
      expect(Math.max(...low)).toBeLessThanOrEqual(page.height);
      expect(problemsOfXml(pageSvg(page))).toEqual([]);
    }
  }
});

const saidIn = (text: readonly Paragraph[]) => text.map(({ whole = "" }) => whole).join();

test("[R25] the notes say every card with its details and its source", () => {
  const input = sampleInput();
  const notes = deckOf(input, { locale: "fr" })
    .pages.map((page) => page.notes)
    .join("\n");
  expect(notes).toContain(
    "Irritants\u00A0: Une seule date, tenue · Gravité 3/5 · Fréquence 3/5 · Preuve\u00A0: 211 verbatims, octobre",
  );
  const said = notes.split("\n").filter((line) => line.includes("\u00A0: ")).length;
  expect(said).toBeGreaterThanOrEqual(input.document.cards.length);
});
