import type { Deck, DeckPage } from "./deck.ts";
import {
  circle,
  type Drawing,
  line,
  lineHeight,
  oneLine,
  type Rect,
  type Shape,
  textHeight,
  type TextStyle,
} from "./drawing.ts";
import type { Page } from "./pages.ts";
import type { Palette } from "./palette.ts";
import { contentOf } from "./share-out.ts";
import type { SlideTable } from "./slide-tables.ts";
import { clip, paragraph, shortened, wrap } from "./type.ts";

/** Lying slides of 16:9, in CSS pixels, 96 to the inch. */
const slide = { width: 1280, height: 720 } as const;
/** White around all that a slide holds. */
const side = 48;
/** What is under the title and over the foot. */
export const slideArea = { x: side, y: 108, width: slide.width - 2 * side, height: 564 } as const;
/** Of a table: around the text of a cell, and the row of its heads. */
export const cellInset = { x: 10, y: 7 } as const;
export const headHeight = 30;
/** Where each slide says what it is. */
export const places = {
  title: { x: side, y: 30, width: slideArea.width, height: 40 },
  subtitle: { x: side, y: 72, width: slideArea.width, height: 22 },
  foot: { x: side, y: 684, width: slideArea.width - 80, height: 16 },
  number: { x: slide.width - side - 60, y: 684, width: 60, height: 16 },
} as const satisfies Record<string, Rect>;
export const coverPlaces = {
  title: { x: 96, y: 196, width: 1088, height: 118 },
  facts: { x: 96, y: 330, width: 1088, height: 84 },
} as const satisfies Record<string, Rect>;

export function slideStyles({ ink, inkSoft, inkFaint }: Palette) {
  return {
    title: { face: "title600", size: 30, colour: ink },
    subtitle: { face: "text400", size: 14.5, colour: inkSoft },
    foot: { face: "text400", size: 11, colour: inkFaint },
    cover: { face: "title600", size: 48, colour: ink },
    facts: { face: "text400", size: 18, colour: inkSoft },
    head: { face: "text600", size: 12, colour: inkSoft },
  } as const satisfies Record<string, TextStyle>;
}

/** A style as large as lets a text stand in its place: one of 200 letters is set smaller. */
export function fitted(text: string, style: TextStyle, { width, height }: Rect): TextStyle {
  for (let { size } = style; size > 10; size -= 1) {
    const smaller = { ...style, size };
    if (wrap(text, smaller, width).length * lineHeight(smaller) <= height) return smaller;
  }
  return { ...style, size: 10 };
}

/** The place of the whole drawing of a map, so that what it holds lies in the area. */
export function placeOfMap({ drawing, scale }: { drawing: Drawing; scale: number }): { x: number; y: number } {
  const { x, y } = contentOf(drawing);
  return { x: slideArea.x - x * scale, y: slideArea.y - y * scale };
}

/** The line of the journey with its macro-stages, under the title of the cover. */
export function coverShapes({ stages }: Deck, palette: Palette): Shape[] {
  const { accent, lineStrong, sheet, inkSoft } = palette;
  const [left, width, y] = [coverPlaces.title.x, coverPlaces.title.width, 520];
  const shown = stages.slice(0, 8);
  const room = width / Math.max(1, shown.length);
  const style = { face: "text500", size: 14, colour: inkSoft } as const;
  const bar: Shape = { kind: "box", x: left, y: 164, width: 84, height: 6, fill: accent };
  if (shown.length === 0) return [bar];
  const end = shown.length < stages.length ? left + width : left + room * (shown.length - 1) + 10;
  return [
    bar,
    line(left + 10, y, end, y, { stroke: lineStrong, strokeWidth: 5 }),
    ...shown.flatMap((name, at): Shape[] => {
      const x = left + room * at;
      const text = paragraph(name, style, room - 16).map((whole) => shortened(whole, 3, room - 16));
      return [
        circle(x + 10, y, 10, { fill: sheet, stroke: accent, strokeWidth: 4 }),
        {
          kind: "text",
          x,
          y: y + 24,
          width: room - 12,
          height: textHeight(text),
          anchor: "start",
          text,
        },
      ];
    }),
  ];
}

/** A table as it will look. */
function tableShapes({ columns, rows }: SlideTable, palette: Palette): Shape[] {
  const { head } = slideStyles(palette);
  const { x: left, y: top, width } = slideArea;
  const x = (column: number) => left + columns.slice(0, column).reduce((sum, each) => sum + each.width, 0);
  const hasHeads = columns.some((column) => column.head !== "");
  let y = top + (hasHeads ? headHeight : 0);
  return [
    line(left, y, left + width, y, { stroke: palette.lineStrong, strokeWidth: 1.5 }),
    ...(hasHeads ? columns : []).map((column, at): Shape => {
      const room = column.width - 2 * cellInset.x;
      const place = { x: x(at) + cellInset.x, y: top + 7, width: room, height: 16 };
      return { kind: "text", ...place, anchor: "start", text: oneLine(clip(column.head, head, room), head) };
    }),
    ...rows.flatMap(({ cells, height }) => {
      const shapes = cells.map((text, at): Shape => ({
        kind: "box",
        x: x(at) + cellInset.x,
        y: y + cellInset.y,
        width: (columns[at]?.width ?? 0) - 2 * cellInset.x,
        height: height - 2 * cellInset.y,
        text,
      }));
      y += height;
      return [...shapes, line(left, y, left + width, y, { stroke: palette.line, strokeWidth: 1 })];
    }),
  ];
}

/** The slides as pictures, for who looks at them before the file is made. */
export function slidePages(deck: Deck, palette: Palette): Page[] {
  const blank = { width: slide.width, height: slide.height, background: palette.sheet };
  /** A slide that is drawn as a whole. */
  const whole = (shapes: readonly Shape[]): Page => {
    const drawing = { ...blank, title: deck.title, description: deck.foot, shapes };
    return { ...blank, drawing, window: { ...slide, x: 0, y: 0 }, x: 0, y: 0, scale: 1, marks: [] };
  };
  const styles = slideStyles(palette);
  const said = (text: string, style: TextStyle, place: Rect, anchor: "start" | "end" = "start"): Shape => {
    const own = fitted(text, style, place);
    return { kind: "text", ...place, anchor, text: [{ lines: wrap(text, own, place.width), style: own }] };
  };
  const cover = [
    ...coverShapes(deck, palette),
    said(deck.title, styles.cover, coverPlaces.title),
    said(deck.facts.join("\n"), styles.facts, coverPlaces.facts),
  ];
  return [
    whole(cover),
    ...deck.pages.map(({ title, subtitle, content }: DeckPage, index): Page => {
      const marks = [
        said(title, styles.title, places.title),
        said(subtitle, styles.subtitle, places.subtitle),
        said(clip(deck.foot, styles.foot, places.foot.width), styles.foot, places.foot),
        said(String(index + 2), styles.foot, places.number, "end"),
        ...(content.kind === "table" ? tableShapes(content.table, palette) : []),
      ];
      if (content.kind === "table") return whole(marks);
      const { drawing, scale } = content;
      const window = contentOf(drawing);
      return { ...blank, drawing, window, x: slideArea.x, y: slideArea.y, scale, marks };
    }),
  ];
}
