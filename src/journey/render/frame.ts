import type { Band } from "#insight/band.ts";
import { assumedLines } from "./emotion.ts";
import { circle, line, lineHeight, oneLine, type Paragraph, type Shape } from "./drawing.ts";
import { textAt } from "./heads.ts";
import { periodOf, scopeOf } from "./measures.ts";
import { bandInk, type Palette } from "./palette.ts";
import { personaNames, type Scene } from "./scene.ts";
import { paragraph, textWidth } from "./type.ts";

/** The name of the map and what it is: kind, state, day, period, personas. */
export function titleText(scene: Scene, width: number): Paragraph[] {
  const { input, styles, words, options } = scene;
  const { document } = input;
  const personas = personaNames(scene);
  return [
    ...paragraph(document.name.trim() === "" ? words.untitled : document.name, styles.title, width),
    ...paragraph(options.part, { ...styles.subtitle, face: "text600" }, width, 2),
    ...paragraph(factsOf(scene).join(" · "), styles.subtitle, width, 3),
    ...(personas.length === 0 ? [] : paragraph(`${words.personas} ${personas.join(" · ")}`, styles.subtitle, width, 2)),
  ];
}

/** Kind, state, what the figures count, and the day. */
export function factsOf({ input, labels, words, numbers, ...scene }: Scene): string[] {
  const { figures } = input;
  const period = periodOf({ input, labels, words, numbers, ...scene });
  return [
    labels.kind[input.kind],
    labels.state[input.state],
    ...(period === "" ? [] : [period]),
    ...scopeOf({ input, words }),
    ...(figures === null || figures.contacts === 0 ? [] : [`${numbers.number(figures.contacts)} ${words.contacts}`]),
    ...(figures === null || figures.answers === 0 ? [] : [`${numbers.number(figures.answers)} ${words.answers}`]),
    `${words.drawnOn} ${numbers.date(input.day)}`,
  ];
}

interface Entry {
  /** Width of its sign. */ width: number;
  sign: (x: number, y: number) => Shape[];
  label: string;
}

const rings = (palette: Palette, ...bands: (Band | null)[]): Pick<Entry, "width" | "sign"> => ({
  width: 12 * bands.length,
  sign: (x, y) =>
    bands.map((band, index) => circle(x + 6 + index * 12, y, 4.5, { ...bandInk(palette, band), strokeWidth: 2.5 })),
});

const stroke = (colour: string, dash: readonly number[], strokeWidth: number): Pick<Entry, "width" | "sign"> => ({
  width: 26,
  sign: (x, y) => [line(x, y, x + 26, y, { stroke: colour, strokeWidth, dash })],
});

const letterSign = ({ styles, palette }: Scene, letter: string, colour: string): Pick<Entry, "width" | "sign"> => ({
  width: 14,
  sign: (x, y) => {
    const style = { ...styles.note, face: "text600" as const, size: 9, colour: palette.inkSoft };
    return [
      circle(x + 7, y, 7, { fill: palette.paper, stroke: colour, strokeWidth: 1.5 }),
      { kind: "text", x, y: y - 5.8, width: 14, height: 12, anchor: "middle", text: oneLine(letter, style) },
    ];
  },
});

/** What the signs of this very map mean. */
function entriesOf(scene: Scene): Entry[] {
  const { palette, words, labels, input, lanes } = scene;
  const has = (kind: string) => lanes.some((lane) => lane.kind === kind);
  const assumed = has("emotion") ? assumedLines(scene) : [];
  const isSurveyed = input.figures !== null && (has("emotion") || has("measure"));
  const isAnyUnknown = input.document.placements.some(
    ({ id, flag }) => flag !== "missing" && (input.figures?.placements.get(id)?.band ?? null) === null,
  );
  const truth: Entry = {
    width: 14,
    sign: (x, y) => [{ kind: "mark", form: "lozenge", x: x + 7, y, r: 6, stroke: palette.inkSoft, strokeWidth: 2 }],
    label: words.momentOfTruth,
  };
  const cut = { stroke: palette.bad2, strokeWidth: 2 };
  const broken: Entry = {
    width: 14,
    sign: (x, y) => [line(x + 1, y - 5, x + 5, y + 5, cut), line(x + 8, y - 5, x + 12, y + 5, cut)],
    label: labels.link.break,
  };
  return [
    ...(input.figures === null || !has("touchpoint")
      ? []
      : [
          { ...rings(palette, -2, -1), label: words.below },
          { ...rings(palette, 0), label: words.asExpected },
          { ...rings(palette, 1, 2), label: words.above },
          ...(isAnyUnknown ? [{ ...rings(palette, null), label: words.unknown }] : []),
        ]),
    ...(has("touchpoint") && input.document.placements.some(({ momentOfTruth }) => momentOfTruth) ? [truth] : []),
    ...(has("touchpoint") && input.document.links.some(({ kind }) => kind === "break") ? [broken] : []),
    ...(assumed.some(({ state }) => state === "lived")
      ? [{ ...stroke(palette.assumed, [6, 4], 1.8), label: words.assumed }]
      : []),
    ...(isSurveyed ? [{ ...stroke(palette.surveyed, [], 2.6), label: words.surveyed }] : []),
    // A title says the personas already.
    ...(scene.options.isFramed
      ? []
      : assumed.flatMap(({ letter, state, colour }): Entry[] => {
          const name = scene.marks.find((mark) => mark.letter === letter)?.name;
          return name === undefined || state === "target"
            ? []
            : [{ ...letterSign(scene, letter, colour), label: name }];
        })),
    ...(assumed.some(({ state }) => state === "target")
      ? [{ ...stroke(palette.accent, [6, 4], 1.8), label: words.wanted }]
      : []),
  ];
}

/** The legend from the left, in as many lines as it takes. */
export function drawLegend(
  scene: Scene,
  left: number,
  top: number,
  width: number,
): { shapes: Shape[]; height: number } {
  const style = scene.styles.note;
  const shapes: Shape[] = [];
  const high = 20;
  let [x, y] = [left, top];
  for (const { width: signWidth, sign, label } of entriesOf(scene)) {
    const wide = signWidth + 7 + textWidth(label, style);
    if (x > left && x + wide > left + width) [x, y] = [left, y + high];
    shapes.push(
      ...sign(x, y + high / 2),
      ...textAt(oneLine(label, style), x + signWidth + 7, y + (high - lineHeight(style)) / 2, wide - signWidth - 6),
    );
    x += wide + 20;
  }
  return { shapes, height: shapes.length === 0 ? 0 : y + high - top };
}
