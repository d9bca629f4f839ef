import { type Drawing, line, oneLine, type Rect, type Shape, textHeight } from "./drawing.ts";
import { drawLegend, factsOf, titleText } from "./frame.ts";
import { laneText, stageRuns, stageText, stepText, textAt } from "./heads.ts";
import type { MapInput } from "./input.ts";
import { arcsHeight, arcsOf, drawArcs } from "./links.ts";
import { type Planned, plansOf } from "./plans.ts";
import { cellPadding, type DrawOptions, type Scene, sceneOf } from "./scene.ts";
import { toSvg } from "./svg.ts";
import { clip } from "./type.ts";

export type { MapInput } from "./input.ts";
export type { DrawOptions } from "./scene.ts";

/** Around what is drawn. */
export const margin = 28;
/** Where the names of the lanes stand. */
export const rail = 150;
/** Where the columns begin. */
export const railEnd = margin + rail;
const stageWidth = 118;
const headWidth = 168;
/** A map of two steps still has room for its title. */
const leastWidth = 720;

/** A whole map as one SVG picture; the same input always gives the same text. */
export function renderMap(input: MapInput, options: Partial<DrawOptions> = {}): string {
  return toSvg(drawMap(input, options));
}

/** A map, or the stages and lanes of it that are asked for, as shapes. */
export function drawMap(input: MapInput, options: Partial<DrawOptions> = {}): Drawing {
  const scene = sceneOf(input, options);
  const plans = plansOf(scene);
  const { isFramed, hasLegend } = scene.options;
  const inner = Math.max(
    isFramed ? leastWidth : 0,
    scene.options.orientation === "rows" ? widthDown(plans) : widthAcross(scene),
  );
  const title = isFramed ? titleText(scene, inner) : [];
  const top = margin + (isFramed ? textHeight(title) + 18 : 0);
  const grid = scene.options.orientation === "rows" ? drawDown(scene, plans, top) : drawAcross(scene, plans, top);
  const legend = isFramed || hasLegend ? drawLegend(scene, margin, grid.bottom + 14, inner) : { shapes: [], height: 0 };
  return {
    width: inner + 2 * margin,
    height: grid.bottom + (legend.height === 0 ? 0 : legend.height + 14) + margin,
    background: scene.palette.paper,
    title: input.document.name,
    description: descriptionOf(scene),
    shapes: [...textAt(title, margin, margin, inner), ...grid.shapes, ...legend.shapes],
  };
}

function descriptionOf(scene: Scene): string {
  const { words, columns, lanes } = scene;
  const said = words.description
    .replace("{stages}", String(stageRuns(columns).length))
    .replace("{steps}", String(columns.filter(({ step }) => step !== null).length))
    .replace("{lanes}", String(lanes.length));
  return [...factsOf(scene), said].join(" · ");
}

const widthAcross = ({ columns, options }: Scene) => rail + columns.length * options.cellWidth;
const widthDown = (plans: readonly Planned[]) =>
  stageWidth + headWidth + plans.reduce((sum, { width }) => sum + width, 0);

interface Grid {
  shapes: Shape[];
  bottom: number;
}

/** Steps side by side, lanes under each other. */
function drawAcross(scene: Scene, plans: readonly Planned[], top: number): Grid {
  const { columns, options, palette } = scene;
  const { cellWidth } = options;
  const left = margin + rail;
  const right = left + columns.length * cellWidth;
  const x = (column: number) => left + column * cellWidth;
  const heads: Shape[] = [];

  const { isCycle, stages: all } = scene.input.document;
  const isBack = isCycle && !options.isContinued && columns.length > 0 && columns.at(-1)?.stage.id === all.at(-1)?.id;
  const stagesTop = top + (isBack ? cycleHeight : 0);
  const stages = (options.part === "" ? stageRuns(columns) : []).map((run) => ({
    run,
    text: stageText(scene, run, (run.to - run.from + 1) * cellWidth - 16),
  }));
  const stagesBottom =
    stages.length === 0 ? stagesTop : stagesTop + Math.max(...stages.map(({ text }) => textHeight(text))) + 14;
  for (const { run, text } of stages) {
    heads.push(
      ...textAt(text, x(run.from) + 2, stagesTop, (run.to - run.from + 1) * cellWidth - 10, `stage:${run.stage.id}`),
      {
        kind: "box",
        x: x(run.from),
        y: stagesBottom - 6,
        width: (run.to - run.from + 1) * cellWidth - 8,
        height: 4,
        radius: 2,
        fill: palette.lineStrong,
      },
    );
  }
  if (isBack) heads.push(...drawCycle(scene, right, top));

  const arcs = arcsOf(scene);
  const stepsTop = stagesBottom + arcsHeight(arcs) + 10;
  heads.push(...drawArcs(scene, arcs, left, stepsTop - 4));
  const texts = columns.map((column) => stepText(scene, column, cellWidth - 2 * cellPadding));
  const stepsBottom = stepsTop + Math.max(20, ...texts.map(textHeight)) + 12;
  texts.forEach((text, index) => {
    heads.push(
      ...textAt(
        text,
        x(index) + cellPadding,
        stepsTop,
        cellWidth - 2 * cellPadding,
        `step:${columns[index]?.step?.id ?? ""}`,
      ),
    );
  });

  const lanes: Shape[] = [];
  let y = stepsBottom;
  for (const { plan } of plans) {
    const text = laneText(scene, plan, rail - 18);
    const source = `lane:${plan.lane.id}`;
    if (plan.isLine) {
      const height = Math.max(26, textHeight(text) + 12);
      const middle = y + height / 2;
      lanes.push(
        ...textAt(text, margin, middle - textHeight(text) / 2, rail - 12, source),
        line(left, middle, right, middle, { stroke: palette.inkSoft, strokeWidth: 1.6, dash: [8, 5] }),
      );
      y += height;
      continue;
    }
    const height = Math.max(textHeight(text) + 2 * cellPadding + 4, ...plan.needs);
    const cells = columns.map((_, index): Rect => ({ x: x(index), y, width: cellWidth, height }));
    lanes.push(
      line(margin, y, right, y, { stroke: palette.line, strokeWidth: 1 }),
      ...textAt(text, margin, y + cellPadding + 2, rail - 12, source),
      ...plan.draw(cells),
    );
    y += height;
  }
  const rules = columns.map((_, index) =>
    line(x(index), stepsTop - 4, x(index), y, { stroke: palette.line, strokeWidth: 1, dash: [3, 3] }),
  );
  return { shapes: [...rules, ...heads, ...lanes], bottom: y };
}

/** Over the stages, for the words of the way back. */
const cycleHeight = 22;

/** After the sale comes the first stage again. */
function drawCycle({ palette, styles, words }: Scene, right: number, top: number): Shape[] {
  const ink = { stroke: palette.accent, strokeWidth: 1.8 };
  const [at, y] = [right - 14, top + 7];
  const width = Math.min(204, right - 20 - margin);
  const style = { ...styles.note, colour: palette.accent };
  return [
    {
      kind: "path",
      path: [
        ["M", at - 6, y],
        ["C", at + 8, y, at + 8, y + 13, at - 4, y + 13],
      ],
      ...ink,
    },
    line(at - 4, y + 13, at + 1, y + 9, ink),
    line(at - 4, y + 13, at + 1, y + 17, ink),
    {
      kind: "text",
      x: at - 10 - width,
      y: top,
      width,
      height: 14,
      anchor: "end",
      text: oneLine(clip(words.cycle, style, width), style),
    },
  ];
}

/** Steps under each other, lanes side by side. */
function drawDown(scene: Scene, plans: readonly Planned[], top: number): Grid {
  const { columns, palette } = scene;
  const left = margin + stageWidth + headWidth;
  const right = margin + widthDown(plans);
  const lefts = plans.map((_, index) => left + plans.slice(0, index).reduce((sum, { width }) => sum + width, 0));

  const names = plans.map(({ plan, width }) => laneText(scene, plan, width - 2 * cellPadding));
  const headsBottom = top + Math.max(20, ...names.map(textHeight)) + 10;
  const heads = plans.flatMap(({ plan, width }, index) =>
    textAt(names[index] ?? [], (lefts[index] ?? 0) + cellPadding, top, width - 2 * cellPadding, `lane:${plan.lane.id}`),
  );

  const runs = stageRuns(columns);
  const stages = runs.map((run) => stageText(scene, run, stageWidth - 26));
  const texts = columns.map((column) => stepText(scene, column, headWidth - 2 * cellPadding));
  const heights = columns.map((_, index) =>
    Math.max(
      44,
      textHeight(texts[index] ?? []) + 2 * cellPadding + 4,
      ...plans.map(({ plan }) => plan.needs[index] ?? 0),
    ),
  );
  // A stage of few steps is at least as high as its name.
  runs.forEach(({ from, to }, index) => {
    const missing =
      textHeight(stages[index] ?? []) + 16 - heights.slice(from, to + 1).reduce((sum, height) => sum + height, 0);
    if (missing > 0) heights[to] = (heights[to] ?? 0) + missing;
  });
  const tops = heights.map(
    (_, index) => headsBottom + heights.slice(0, index).reduce((sum, height) => sum + height, 0),
  );
  const bottom = headsBottom + heights.reduce((sum, height) => sum + height, 0);

  const steps = columns.flatMap((column, index): Shape[] => [
    line(margin + stageWidth, tops[index] ?? 0, right, tops[index] ?? 0, { stroke: palette.line, strokeWidth: 1 }),
    ...textAt(
      texts[index] ?? [],
      margin + stageWidth + cellPadding,
      (tops[index] ?? 0) + cellPadding,
      headWidth - 2 * cellPadding,
      `step:${column.step?.id ?? ""}`,
    ),
  ]);
  const bars = runs.flatMap(({ stage, from, to }, index): Shape[] => {
    const y = tops[from] ?? 0;
    return [
      {
        kind: "box",
        x: margin,
        y: y + 2,
        width: 4,
        height: (tops[to] ?? 0) + (heights[to] ?? 0) - y - 6,
        radius: 2,
        fill: palette.lineStrong,
      },
      ...textAt(stages[index] ?? [], margin + 14, y + cellPadding, stageWidth - 22, `stage:${stage.id}`),
    ];
  });
  const lanes = plans.flatMap(({ plan, width }, index): Shape[] => {
    const x = lefts[index] ?? 0;
    const ink = plan.isLine
      ? { stroke: palette.inkSoft, strokeWidth: 1.6, dash: [8, 5] }
      : { stroke: palette.line, strokeWidth: 1, dash: [3, 3] };
    const at = plan.isLine ? x + width / 2 : x;
    const cells = tops.map((y, row): Rect => ({ x, y, width, height: heights[row] ?? 0 }));
    return [line(at, plan.isLine ? headsBottom : top, at, bottom, ink), ...plan.draw(cells)];
  });
  return { shapes: [...steps, ...bars, ...heads, ...lanes], bottom };
}
