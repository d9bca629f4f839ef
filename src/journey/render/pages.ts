import { type Drawing, line, oneLine, type Rect, type Shape } from "./drawing.ts";
import { drawMap } from "./map.ts";
import type { MapInput } from "./input.ts";
import type { Cut, PaperName } from "./options.ts";
import { type DrawOptions, usualOptions } from "./scene.ts";
import { contentOf, scaleIn, shareOut } from "./share-out.ts";
import { drawnWords } from "./words.ts";

export interface PaperOptions {
  paper: PaperName;
  cut: Cut;
  /** How many sheets side by side make up the wall. */ wide: number;
}

/** A window on a drawing, laid on a page; lengths of the page in CSS pixels, 96 to the inch. */
export interface Page {
  width: number;
  height: number;
  drawing: Drawing;
  /** The part of the drawing that is seen. */ window: Rect;
  /** Where its upper left corner lies, and how much it is enlarged. */ x: number;
  y: number;
  scale: number;
  /** Of the paper around. */ background: string;
  /** What is printed around: page numbers, where to paste the next sheet. */ marks: readonly Shape[];
}

const inch = 96;
const millimetre = inch / 25.4;
interface Size {
  width: number;
  height: number;
}

const papers: Record<Exclude<PaperName, "fit">, Size> = {
  a4: { width: 297 * millimetre, height: 210 * millimetre },
  a3: { width: 420 * millimetre, height: 297 * millimetre },
};
const white = "#ffffff";
/** White edge that printers need, and the strip that two sheets both show, for the paste. */
const edge = 10 * millimetre;
const overlap = 10 * millimetre;

/** The pages of a map, in the order in which they are read or pasted: row by row. */
export function pagesOf(input: MapInput, given: Partial<DrawOptions>, { paper, cut, wide }: PaperOptions): Page[] {
  const options = { ...given, isPrinted: paper !== "fit" };
  const locale = options.locale ?? usualOptions.locale;
  if (cut === "none") {
    const drawing = drawMap(input, options);
    return paper === "fit" ? [wholePage(drawing)] : sheetsOf(drawing, paper, wide, options);
  }
  if (paper === "fit")
    return stagesOf(input, options, Number.POSITIVE_INFINITY).map((part) => wholePage(drawMap(input, part)));
  const area = { width: papers[paper].width - 2 * edge, height: papers[paper].height - 2 * edge };
  const { parts, scale } = shareOut(input, stagesOf(input, options), area, scales);
  return parts.flat().map((drawing, index, all) => ({
    ...papers[paper],
    background: white,
    drawing,
    window: contentOf(drawing),
    x: edge,
    y: edge,
    scale: scaleIn(drawing, area, scale),
    marks: [pageNumber(`${drawnWords[locale].page} ${index + 1}/${all.length}`, papers[paper])],
  }));
}

/** Steps side by side of which a page can be read. */
const mostSteps = 9;

/**
 * One set of options for each macro-stage, or for each handful of the steps of a long one; one for all of a map that has
 * no stage yet.
 */
export function stagesOf(
  { document }: MapInput,
  options: Partial<DrawOptions>,
  most: number = mostSteps,
): Partial<DrawOptions>[] {
  const { stages, steps } = document;
  if (stages.length === 0) return [options];
  const { untitled } = drawnWords[options.locale ?? usualOptions.locale];
  return stages.flatMap(({ id, name }, index): Partial<DrawOptions>[] => {
    const part = `${index + 1}/${stages.length} · ${name.trim() === "" ? untitled : name}`;
    const own = steps.filter(({ stageId }) => stageId === id).map((step) => step.id);
    if (own.length <= most || options.orientation === "rows") return [{ ...options, stageIds: [id], part }];
    const size = Math.ceil(own.length / Math.ceil(own.length / most));
    return Array.from({ length: Math.ceil(own.length / size) }, (_, at) => {
      return { ...options, stageIds: [id], stepIds: own.slice(at * size, (at + 1) * size), part };
    });
  });
}

/** How much a map is reduced or enlarged on paper; smaller than the first it is not read at arm's length. */
const scales = [0.7, 0.75, 0.8, 0.9, 1, 1.1, 1.25] as const;

function wholePart(drawing: Drawing): Pick<Page, "drawing" | "window"> {
  return { drawing, window: { x: 0, y: 0, width: drawing.width, height: drawing.height } };
}

function wholePage(drawing: Drawing): Page {
  return {
    width: drawing.width,
    height: drawing.height,
    ...wholePart(drawing),
    x: 0,
    y: 0,
    scale: 1,
    background: white,
    marks: [],
  };
}

/** A title is then an inch high. */
const mostWallScale = 3;

/** A map on sheets to be pasted together, `wide` of them side by side. */
function sheetsOf(
  drawing: Drawing,
  paper: Exclude<PaperName, "fit">,
  wanted: number,
  options: Partial<DrawOptions>,
): Page[] {
  const size = papers[paper];
  const [stepX, stepY] = [size.width - 2 * edge - overlap, size.height - 2 * edge - overlap];
  // No sheet stays empty because a small map was made larger than can be.
  const wide = Math.min(wanted, Math.max(1, Math.ceil((drawing.width * mostWallScale - overlap) / stepX)));
  const scale = Math.min(mostWallScale, (wide * stepX + overlap) / drawing.width);
  const high = Math.max(1, Math.ceil((drawing.height * scale - overlap) / stepY));
  const words = drawnWords[options.locale ?? usualOptions.locale];
  return Array.from({ length: wide * high }, (_, index): Page => {
    const [column, row] = [index % wide, Math.floor(index / wide)];
    const [left, top] = [(column * stepX) / scale, (row * stepY) / scale];
    const window = {
      x: left,
      y: top,
      width: Math.min(drawing.width - left, (stepX + overlap) / scale),
      height: Math.min(drawing.height - top, (stepY + overlap) / scale),
    };
    const place = `${String.fromCodePoint(65 + row)}${column + 1}`;
    return {
      ...size,
      background: white,
      drawing,
      window,
      x: edge,
      y: edge,
      scale,
      marks: [
        pageNumber(`${words.page} ${index + 1}/${wide * high} · ${place}`, size),
        ...pasteMarks(size, words.paste, { right: column < wide - 1, below: row < high - 1 }),
      ],
    };
  });
}

/** Grey on the white edge of the paper, whatever the map's colours. */
const pencil = "#5b6172";

function pageNumber(text: string, { width, height }: Size): Shape {
  const style = { face: "text400" as const, size: 9, colour: pencil };
  const place = { x: edge, y: height - edge + 6, width: width - 2 * edge, height: 12 };
  return { kind: "text", ...place, anchor: "start", text: oneLine(text, style) };
}

/** Dashed lines in the white edge say where the next sheet begins. */
function pasteMarks({ width, height }: Size, said: string, next: { right: boolean; below: boolean }): Shape[] {
  const ink = { stroke: pencil, strokeWidth: 0.8, dash: [4, 3] };
  const text = oneLine(said, { face: "text400", size: 8, colour: pencil });
  const [x, y] = [width - edge - overlap, height - edge - overlap];
  return [
    ...(next.right
      ? [
          line(x, 4, x, edge - 3, ink),
          line(x, height - edge + 3, x, height - 4, ink),
          { kind: "text" as const, x: x + 4, y: 8, width: 90, height: 11, anchor: "start" as const, text },
        ]
      : []),
    ...(next.below ? [line(4, y, edge - 3, y, ink), line(width - edge + 3, y, width - 4, y, ink)] : []),
  ];
}
