import { driverWords, framingWords, maturityWords } from "../format/tables.ts";
import type { Card, LaneKind } from "../model.ts";
import { type Paragraph, textHeight, type TextStyle } from "./drawing.ts";
import { laneName, type Scene } from "./scene.ts";
import { cellInset, headHeight, slideArea } from "./slide.ts";
import { paragraph, shortened } from "./type.ts";

/** What fits one slide of a table whose cells can be edited. Lengths are in CSS pixels. */
export interface SlideTable {
  columns: readonly { head: string; width: number }[];
  rows: readonly { cells: readonly (readonly Paragraph[])[]; height: number }[];
}

export interface TableSlides {
  title: string;
  subtitle: string;
  pages: readonly SlideTable[];
}

/** What was agreed before mapping, and what was found: what hurts, what could be done, the heaviest first. */
export function tablesOf(scene: Scene): { framing: TableSlides[]; findings: TableSlides[] } {
  const { words, styles } = scene;
  const title = scene.input.document.name;
  const said = framingRows(scene);
  const framing =
    said.length === 0
      ? []
      : [
          {
            title: words.framing,
            subtitle: title,
            pages: tableOf(scene, [
              { head: "", share: 1, cells: said.map(({ subject }) => subject), style: styles.lane },
              { head: "", share: 4, cells: said.map(({ text }) => text) },
            ]),
          },
        ];
  const weighed = [
    { kinds: ["irritant", "riskZone"], of: (card: Card) => (card.severity ?? 0) * 10 + (card.frequency ?? 0) },
    { kinds: ["opportunity"], of: (card: Card) => (card.value ?? 0) * 10 - (card.effort ?? 6) },
  ] as const;
  return {
    framing,
    findings: weighed.flatMap(({ kinds, of }) => kinds.flatMap((kind) => findingsOf(scene, kind, of))),
  };
}

function framingRows({ input, options }: Scene): { subject: string; text: string }[] {
  const { drivers, maturity, ...texts } = input.document.framing;
  const { locale } = options;
  const values = {
    ...texts,
    drivers: drivers.map((driver) => driverWords[driver][locale]).join(", "),
    maturity: maturity === null ? "" : maturityWords[maturity][locale],
  };
  return (Object.keys(values) as (keyof typeof values)[])
    .filter((key) => values[key].trim() !== "")
    .map((key) => ({ subject: framingWords[key][locale], text: values[key] }));
}

/** What weighs less than these is on the map alone. */
const mostFindings = 24;

function findingsOf(scene: Scene, kind: LaneKind, weight: (card: Card) => number): TableSlides[] {
  const { input, words, lanes, placeOf } = scene;
  const own = lanes.filter((lane) => lane.kind === kind);
  const all = input.document.cards
    .filter(({ laneId, text }) => own.some(({ id }) => id === laneId) && text.trim() !== "")
    .toSorted((a, b) => weight(b) - weight(a) || (placeOf.get(a.stepId) ?? 0) - (placeOf.get(b.stepId) ?? 0));
  const cards = all.slice(0, mostFindings);
  const [lane] = own;
  if (cards.length === 0 || lane === undefined) return [];
  const steps = new Map(input.document.steps.map(({ id, name }) => [id, name]));
  const level = (value: number | null) => (value === null ? "" : `${value}/5`);
  const pages = tableOf(scene, [
    { head: laneName(scene, lane), share: 4, cells: cards.map(({ text }) => text) },
    { head: words.step, share: 2, cells: cards.map(({ stepId }) => steps.get(stepId) ?? "") },
    { head: words.severity, share: 0.8, cells: cards.map(({ severity }) => level(severity)) },
    { head: words.frequency, share: 0.9, cells: cards.map(({ frequency }) => level(frequency)) },
    { head: words.value, share: 0.8, cells: cards.map(({ value }) => level(value)) },
    { head: words.effort, share: 0.8, cells: cards.map(({ effort }) => level(effort)) },
    { head: words.evidence, share: 2.4, cells: cards.map(({ evidence }) => evidence) },
  ]);
  const count = cards.length < all.length ? ` · ${cards.length} / ${all.length}` : "";
  return [{ title: laneName(scene, lane), subtitle: `${words.heaviestFirst}${count}`, pages }];
}

interface Column {
  head: string;
  /** Of the width. */ share: number;
  cells: readonly string[];
  style?: TextStyle;
}

/** A table on as many slides as its rows need; a column that says nothing is left out. */
function tableOf(scene: Scene, columns: readonly Column[]): SlideTable[] {
  const shown = columns.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const whole = shown.reduce((sum, { share }) => sum + share, 0);
  const widths = shown.map(({ share }) => (slideArea.width * share) / whole);
  const usual = { ...scene.styles.card, size: 14 };
  const most = Math.floor((slideArea.height - headHeight - 2 * cellInset.y) / (usual.size * 1.32));
  const rows = (shown[0]?.cells ?? []).map((_, at) => {
    const cells = shown.map(({ cells: own, style = usual }, column) => {
      const width = (widths[column] ?? 0) - 2 * cellInset.x;
      return paragraph(own[at] ?? "", { ...style, size: 14 }, width).map((text) => shortened(text, most, width));
    });
    return { cells, height: Math.max(...cells.map(textHeight)) + 2 * cellInset.y };
  });
  const heads = shown.map(({ head }, at) => ({ head, width: widths[at] ?? 0 }));
  const pages: (typeof rows)[] = [];
  let left = 0;
  for (const row of rows) {
    if (pages.length === 0 || row.height > left) {
      pages.push([]);
      left = slideArea.height - headHeight;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages.map((own) => ({ columns: heads, rows: own }));
}
