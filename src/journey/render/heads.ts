import { type Paragraph, type Rect, type Shape, textHeight } from "./drawing.ts";
import type { Column, LanePlan, Scene } from "./scene.ts";
import { paragraph, shortened } from "./type.ts";

/** Consecutive columns of one stage. */
export interface StageRun {
  stage: Column["stage"];
  from: number;
  to: number;
}

export function stageRuns(columns: readonly Column[]): StageRun[] {
  const found: StageRun[] = [];
  columns.forEach(({ stage }, index) => {
    const last = found.at(-1);
    if (last?.stage.id === stage.id) last.to = index;
    else found.push({ stage, from: index, to: index });
  });
  return found;
}

/** Of a long name in a map at a glance. */
const briefLines = 4;
const mostLinesOf = ({ isBrief, mostLines }: Scene["options"]) => (isBrief ? briefLines : mostLines);

export function stageText({ styles, words, labels, options }: Scene, { stage }: StageRun, width: number): Paragraph[] {
  const most = mostLinesOf(options);
  const phase = stage.phase === null ? "" : labels.phase[stage.phase];
  return [
    ...paragraph(stage.name.trim() === "" ? words.untitled : stage.name, styles.stage, width).map((name) =>
      shortened(name, most, width),
    ),
    ...paragraph(phase === stage.name ? "" : phase, styles.note, width, 1),
  ];
}

/** A step's name, what the company thinks of itself there, and, when steps are rows, where one goes on from it. */
export function stepText(scene: Scene, { step }: Column, width: number): Paragraph[] {
  if (step === null) return [];
  const { styles, words, labels, input, options } = scene;
  const named = new Map(input.document.steps.map(({ id, name }) => [id, name]));
  const links = input.document.links.filter(({ kind, fromStepId }) => kind !== "break" && fromStepId === step.id);
  return [
    ...paragraph(step.name.trim() === "" ? words.untitled : step.name, styles.step, width).map((name) =>
      shortened(name, mostLinesOf(options), width),
    ),
    ...(step.selfScore === null || options.isBrief
      ? []
      : paragraph(`${words.selfScore} ${step.selfScore}/5`, styles.note, width, 2)),
    ...(options.orientation === "columns"
      ? []
      : links.flatMap(({ kind, name, toStepId }) =>
          paragraph(`→ ${name === "" ? labels.link[kind] : name} ${named.get(toStepId) ?? ""}`, styles.note, width, 2),
        )),
  ];
}

export function laneText({ styles }: Scene, { name, note }: LanePlan, width: number): Paragraph[] {
  return [...paragraph(name, styles.lane, width), ...paragraph(note, styles.note, width, 1)];
}

export function textAt(text: readonly Paragraph[], x: number, y: number, width: number, source?: string): Shape[] {
  if (text.length === 0) return [];
  const box: Rect = { x, y, width, height: textHeight(text) };
  return [{ kind: "text", ...box, anchor: "start", text, ...(source === undefined ? {} : { source }) }];
}
