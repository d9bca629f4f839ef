import { expect, test } from "vitest";
import { deckOf } from "./deck.ts";
import { drawMap } from "./map.ts";
import { type Page, pagesOf } from "./pages.ts";
import { sampleInput } from "./sample.testing.ts";
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
  for (const { id } of input.document.stages) {
    expect(pages.some(({ drawing }) => drawing.shapes.some(({ source }) => source === `stage:${id}`))).toBe(true);
  }
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

test("[R25] a talk begins with the whole line and goes through every macro-stage", () => {
  const { title, pages } = deckOf(sampleInput(), { locale: "fr" });
  expect(title).toBe("Rénover sa cuisine");
  expect(pages[0]?.title).toBe("Vue d’ensemble");
  const told = pages.slice(1).map((page) => page.title.replace(/ \(.*/, ""));
  expect([...new Set(told)]).toEqual([
    "1/5 · Inspiration",
    "2/5 · Projet",
    "3/5 · Achat",
    "4/5 · Livraison et pose",
    "5/5 · Usage",
  ]);
});

test("[R25] the notes say every card with its details and its source", () => {
  const input = sampleInput();
  const notes = deckOf(input, { locale: "fr" })
    .pages.map((page) => page.notes)
    .join("\n");
  expect(notes).toContain(
    "Irritants : Une seule date, tenue · Gravité 3/5 · Fréquence 3/5 · Preuve : 211 verbatims, octobre",
  );
  const said = notes.split("\n").filter((line) => line.includes(" : ")).length;
  expect(said).toBeGreaterThanOrEqual(input.document.cards.length);
});
