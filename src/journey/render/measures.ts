import { otherValues, type Score } from "#insight/model.ts";
import type { Lane } from "../model.ts";
import { lineHeight, oneLine, type Rect, type Shape, type TextStyle } from "./drawing.ts";
import type { PlacementFigures } from "./input.ts";
import { cellPadding, laneName, type LanePlan, placementsAt, type Scene } from "./scene.ts";
import { clip, textWidth } from "./type.ts";
import type { DrawnWords } from "./words.ts";

/** A line of a figure: pieces side by side on one baseline. */
type Line = readonly { text: string; style: TextStyle }[];
type Figure = readonly Line[];

const gap = 8;
/** Between two pieces of a line. */
const pieceGap = 5;

/** The scores of a lane of measures, one under another where a step has several touchpoints. */
export function planScores(scene: Scene, lane: Lane, width: number): LanePlan {
  const { figures } = scene.input;
  const { isBrief } = scene.options;
  const inner = width - 2 * cellPadding;
  const blocks = scene.columns.map((column): Figure[] => {
    const all = figures === null ? [] : placementsAt(scene, column);
    const here = isBrief ? all.filter(({ id }) => figures?.placements.get(id)?.score != null) : all;
    return here.map(({ id, touchpointId }) => [
      ...(here.length > 1 && !isBrief
        ? [[{ text: scene.input.touchpoints.get(touchpointId)?.name ?? "", style: scene.styles.note }]]
        : []),
      ...scoreLines(scene, figures?.placements.get(id)?.score ?? null),
      ...(isBrief ? [] : splitLines(scene, figures?.placements.get(id))),
    ]);
  });
  return {
    lane,
    name: laneName(scene, lane),
    note: periodOf(scene),
    isLine: false,
    needs: blocks.map((figures) =>
      figures.reduce((sum, figure) => sum + figureHeight(figure) + gap, 2 * cellPadding - gap),
    ),
    draw: (cells) =>
      cells.flatMap((cell, index) => {
        let y = cell.y + cellPadding;
        return (blocks[index] ?? []).flatMap((figure) => {
          const shapes = drawFigure(figure, cell.x + cellPadding, y, inner);
          y += figureHeight(figure) + gap;
          return shapes;
        });
      }),
  };
}

/** How many contacts each step has, the bars against the busiest one. */
export function planVolumes(scene: Scene, lane: Lane): LanePlan {
  const { figures } = scene.input;
  const { styles, words, palette, numbers } = scene;
  const most = Math.max(1, ...[...(figures?.steps.values() ?? [])].map(({ contacts }) => contacts));
  return {
    lane,
    name: words.volume,
    note: words.contacts,
    isLine: false,
    needs: scene.columns.map(() => 42),
    draw: (cells) =>
      scene.columns.flatMap(({ step }, index): Shape[] => {
        const cell = cells[index];
        const known = figures?.steps.get(step?.id ?? "");
        if (cell === undefined || known === undefined) return [];
        const box = { x: cell.x + cellPadding, width: cell.width - 2 * cellPadding };
        const text = known.contacts === 0 ? words.noContacts : numbers.number(known.contacts);
        const share = known.contacts / most;
        const bar = { kind: "box" as const, y: cell.y + 27, height: 6, radius: 3, x: box.x };
        return [
          ...drawFigure([[{ text, style: styles.meta }]], box.x, cell.y + cellPadding, box.width),
          { ...bar, width: box.width, fill: palette.line },
          ...(share === 0 ? [] : [{ ...bar, width: Math.max(6, box.width * share), fill: palette.inkSoft }]),
        ];
      }),
  };
}

/** The days that the figures count, in words. */
export function periodOf({ input, numbers, words }: Scene): string {
  const { from = null, to = null } = input.figures ?? {};
  if (input.figures === null) return "";
  return from === null || to === null ? words.allDays : numbers.period(from, to);
}

/** Of a score with the name of its metric. */
export function scoreWidth(scene: Scene, score: Score | null): number {
  const [pieces = []] = scoreLines(scene, score);
  return pieces.reduce((sum, { text, style }) => sum + textWidth(text, style) + pieceGap, -pieceGap);
}

function scoreLines({ styles, words, numbers, palette }: Scene, score: Score | null): Figure {
  const soft = styles.meta;
  if (score === null) return [[{ text: words.noAnswers, style: styles.note }]];
  const n = `n ${numbers.number(score.n)}`;
  const { metric, value, low, high, change, trust } = score;
  if (value === null || low === null || high === null) {
    return [[{ text: "—", style: styles.value }], [{ text: `${n} · ${words.tooFew}`, style: soft }]];
  }
  const direction = change === null ? 0 : change.low > 0 ? 1 : change.high < 0 ? -1 : 0;
  const changed = change !== null && direction !== 0 && trust !== "indicative";
  return [
    [
      { text: words.metric[metric], style: soft },
      { text: numbers.score(metric, value), style: styles.value },
    ],
    [{ text: `±${numbers.half({ metric, low, high })} · ${n}`, style: soft }],
    ...(trust === "indicative" ? [[{ text: words.indicative, style: soft }]] : []),
    ...(changed
      ? [
          [
            {
              text: `${direction > 0 ? "▲" : "▼"} ${numbers.change(metric, change)}`,
              style: { ...soft, face: "text600" as const, colour: direction > 0 ? palette.good2 : palette.bad2 },
            },
          ],
        ]
      : []),
  ];
}

/** Values of a split that a cell says, the commonest first. */
const mostSplits = 4;

/** The same score for each value of the split, as the map has it on the screen. */
function splitLines({ styles, words, numbers }: Scene, known: PlacementFigures | undefined): Figure {
  if (known?.score == null) return [];
  return known.split.slice(0, mostSplits).map(({ value, score }) => {
    const n = score === null ? "—" : `n ${numbers.number(score.n)}`;
    const said = score?.value == null ? n : `${numbers.score(score.metric, score.value)} · ${n}`;
    return [
      { text: said, style: { ...styles.meta, face: "text600" as const } },
      { text: valueWords(words, value), style: styles.meta },
    ];
  });
}

/** How a property's value reads: nothing said and «the others» have words of their own. */
const valueWords = (words: DrawnWords, value: string) =>
  value === "" ? words.emptyValue : value === otherValues ? words.otherValues : value;

/** What the figures leave out and how they are split: `delivery : late, on time`; nothing when they count all. */
export function scopeOf({ input, words }: Pick<Scene, "input" | "words">): string[] {
  const { filter = [], splitBy = null } = input.figures ?? {};
  const pairs = filter.map((text) => {
    const colon = text.indexOf(":");
    return { property: text.slice(0, colon), value: valueWords(words, text.slice(colon + 1)) };
  });
  const filters = [...Map.groupBy(pairs, ({ property }) => property)].map(
    ([property, same]) => `${words.only} ${property} = ${same.map(({ value }) => value).join(` ${words.or} `)}`,
  );
  return [...filters, ...(splitBy === null ? [] : [`${words.splitBy} ${splitBy}`])];
}

const heightOf = (pieces: Line) => Math.max(...pieces.map(({ style }) => lineHeight(style)));
const figureHeight = (figure: Figure) => figure.reduce((sum, pieces) => sum + heightOf(pieces), 0);

/** Writes a figure line by line; pieces of a line stand on the baseline of the largest. */
function drawFigure(figure: Figure, left: number, top: number, width: number): Shape[] {
  const shapes: Shape[] = [];
  let y = top;
  for (const pieces of figure) {
    const size = Math.max(...pieces.map(({ style }) => style.size));
    let x = left;
    for (const { text, style } of pieces) {
      const shown = clip(text, style, left + width - x);
      shapes.push({
        kind: "text",
        x,
        y: y + size - style.size,
        width: left + width - x,
        height: lineHeight(style),
        anchor: "start",
        text: oneLine(shown, style),
      } satisfies Rect & Shape);
      x += textWidth(shown, style) + pieceGap;
    }
    y += heightOf(pieces);
  }
  return shapes;
}
