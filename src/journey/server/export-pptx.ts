import type { Deck, DeckPage } from "../render/deck.ts";
import type { Rect, TextStyle } from "../render/drawing.ts";
import type { Palette } from "../render/palette.ts";
import {
  cellInset,
  coverPlaces,
  coverShapes,
  fitted,
  headHeight,
  placeOfMap,
  places,
  slideArea,
  slideStyles,
} from "../render/slide.ts";
import type { SlideTable } from "../render/slide-tables.ts";
import { clip, printable } from "../render/type.ts";
import {
  asItIs,
  boxOf,
  drawShape,
  fontFace,
  fontSize,
  hex,
  inch,
  isBold,
  Presentation,
  runsOf,
  type Slide,
} from "./pptx-shapes.ts";

type Styles = ReturnType<typeof slideStyles>;
type Cell = Parameters<Slide["addTable"]>[0][number][number];

const master = "map";

/** The map as slides: rectangles, circles, lozenges, lines, tables and text of PowerPoint's own, which can all be edited. */
export async function toPptx(deck: Deck, palette: Palette): Promise<Buffer> {
  const presentation = new Presentation();
  presentation.layout = "LAYOUT_WIDE";
  presentation.title = printable(deck.title);
  presentation.theme = { headFontFace: fontFace, bodyFontFace: fontFace };
  const styles = slideStyles(palette);
  defineMasters(presentation, deck, palette, styles);
  drawCover(presentation.addSlide({ masterName: "cover" }), deck, palette, styles);
  for (const page of deck.pages) drawPage(presentation.addSlide({ masterName: master }), page, palette, styles);
  return (await presentation.write({ outputType: "nodebuffer", compression: true })) as Buffer;
}

/** Titles are placeholders, so that the outline of the slides and who hears them know them; the foot is on the master alone. */
function defineMasters(
  presentation: InstanceType<typeof Presentation>,
  deck: Deck,
  { sheet }: Palette,
  { title, cover, foot }: Styles,
): void {
  const background = { color: hex(sheet) };
  const titleIn = (place: Rect, style: TextStyle) => ({
    placeholder: {
      options: { name: "title", type: "title" as const, ...boxOf(place, asItIs), ...textOf(style) },
      text: "",
    },
  });
  const said = printable(clip(deck.foot, foot, places.foot.width));
  presentation.defineSlideMaster({ title: "cover", background, objects: [titleIn(coverPlaces.title, cover)] });
  presentation.defineSlideMaster({
    title: master,
    background,
    objects: [
      titleIn(places.title, title),
      { text: { text: said, options: { ...boxOf(places.foot, asItIs), ...textOf(foot) } } },
    ],
    slideNumber: { ...boxOf(places.number, asItIs), ...textOf(foot), align: "right" },
  });
}

const textOf = (style: TextStyle) => ({
  fontFace,
  fontSize: fontSize(style),
  bold: isBold(style.face),
  color: hex(style.colour),
  align: "left" as const,
  valign: "top" as const,
  margin: 0,
});

function write(slide: Slide, text: string, style: TextStyle, place: Rect): void {
  slide.addText(printable(text), { ...boxOf(place, asItIs), ...textOf(fitted(text, style, place)) });
}

function writeTitle(slide: Slide, text: string, style: TextStyle, place: Rect): void {
  // Said of its letters, since what is said of the text the placeholder says otherwise.
  const options = { fontSize: fontSize(fitted(text, style, place)) };
  slide.addText([{ text: printable(text), options }], { placeholder: "title" });
}

function drawCover(slide: Slide, deck: Deck, palette: Palette, { cover, facts }: Styles): void {
  writeTitle(slide, deck.title, cover, coverPlaces.title);
  write(slide, deck.facts.join("\n"), facts, coverPlaces.facts);
  for (const shape of coverShapes(deck, palette)) drawShape(slide, shape, asItIs);
}

function drawPage(slide: Slide, { title, subtitle, content, notes }: DeckPage, palette: Palette, styles: Styles): void {
  writeTitle(slide, title, styles.title, places.title);
  write(slide, subtitle, styles.subtitle, places.subtitle);
  if (content.kind === "table") drawTable(slide, content.table, palette, styles);
  else {
    const place = { ...placeOfMap(content), scale: content.scale };
    for (const shape of content.drawing.shapes) drawShape(slide, shape, place);
  }
  if (notes !== "") slide.addNotes(printable(notes));
}

function drawTable(slide: Slide, { columns, rows }: SlideTable, palette: Palette, { head }: Styles): void {
  const none = { type: "none" as const };
  const under = (colour: string, pt: number) => ({ type: "solid" as const, color: hex(colour), pt });
  const margin = [cellInset.y, cellInset.x, cellInset.y, cellInset.x].map((size) => size / inch) as Margin;
  const cell = (text: Cell["text"], colour: string, pt: number): Cell => ({
    ...(text === undefined ? {} : { text }),
    options: { margin, valign: "top", border: [none, none, under(colour, pt), none], fontFace },
  });
  const heads = columns.some((column) => column.head !== "")
    ? [
        columns.map((column) =>
          cell([{ text: printable(column.head), options: textOf(head) }], palette.lineStrong, 1.25),
        ),
      ]
    : [];
  const body = rows.map(({ cells }) => cells.map((text) => cell(runsOf(text, asItIs), palette.line, 0.75)));
  slide.addTable([...heads, ...body], {
    x: slideArea.x / inch,
    y: slideArea.y / inch,
    w: columns.reduce((sum, { width }) => sum + width, 0) / inch,
    colW: columns.map(({ width }) => width / inch),
    rowH: [...heads.map(() => headHeight), ...rows.map(({ height }) => height)].map((height) => height / inch),
  });
}

type Margin = [number, number, number, number];
