import type { Readable } from "node:stream";
import Pdf from "pdfkit";
import { baselines, innerOf, type Ink, lozengePath, type Paragraph, type Rect, type Shape } from "../render/drawing.ts";
import type { Page } from "../render/pages.ts";
import { pathData } from "../render/svg.ts";
import { isWritable, piecesOf } from "../render/writable.ts";
import { fontFiles } from "./fonts.ts";

type Document = InstanceType<typeof Pdf>;

/** Points of a PDF for one CSS pixel. */
const point = 0.75;

/** Free of the map on every page, in CSS pixels. */
const edge = 28;

interface PdfOptions {
  title: string;
  /** It is drawn on, `2026-11-22`. */ day: string;
  /** Explains the mark of a character that none of our fonts has. */ note: string;
}

/** The pages as a PDF of lines and letters, its fonts inside, written while it is read. */
export function toPdf(pages: readonly Page[], { title, day, note }: PdfOptions): Readable {
  const document = new Pdf({
    autoFirstPage: false,
    info: { Title: title, Creator: "Parcours", Producer: "Parcours", CreationDate: new Date(day) },
    displayTitle: true,
  });
  for (const [face, file] of Object.entries(fontFiles())) document.registerFont(face, file);
  for (const page of pages) drawPage(document, note, page);
  document.end();
  return document;
}

function drawPage(
  document: Document,
  note: string,
  { width, height, drawing, window, x, y, scale, marks }: Page,
): void {
  document.addPage({ size: [width * point, height * point], margin: 0 });
  document.scale(point);
  document.save();
  document.translate(x, y).scale(scale).translate(-window.x, -window.y);
  document.rect(window.x, window.y, window.width, window.height).clip();
  document.rect(window.x, window.y, window.width, window.height).fill(drawing.background);
  for (const shape of drawing.shapes) if (meets(shape, window)) drawShape(document, shape);
  document.restore();
  for (const shape of marks) drawShape(document, shape);
  if (!isWritable(drawing.shapes)) drawNote(document, note, { width, height });
}

/** At the foot of a page on which something could not be written. */
function drawNote(document: Document, note: string, { width, height }: Pick<Page, "width" | "height">): void {
  document.font("text400").fontSize(8).fillColor("#5b6172");
  const x = Math.max(edge, width - edge - document.widthOfString(note));
  document.text(note, x, height - edge / 2, { lineBreak: false, baseline: "alphabetic" });
}

/** Whether something of a shape may be seen: what is not would be found by a search on the wrong sheet. */
function meets(shape: Shape, window: Rect): boolean {
  if (shape.kind === "path" || shape.kind === "mark") return true;
  return (
    shape.x < window.x + window.width &&
    shape.x + shape.width > window.x &&
    shape.y < window.y + window.height &&
    shape.y + shape.height > window.y
  );
}

function drawShape(document: Document, shape: Shape): void {
  if (shape.kind === "text") return drawText(document, shape.text, shape, shape.anchor);
  if (shape.kind === "path") return paint(document.path(pathData(shape.path)), shape);
  if (shape.kind === "mark") {
    const { form, x, y, r } = shape;
    return paint(form === "circle" ? document.circle(x, y, r) : document.path(pathData(lozengePath(shape))), shape);
  }
  if (shape.kind === "image") return drawImage(document, shape);
  const { x, y, width, height, radius = 0, text = [] } = shape;
  if (shape.fill !== undefined || shape.stroke !== undefined) {
    paint(radius === 0 ? document.rect(x, y, width, height) : document.roundedRect(x, y, width, height, radius), shape);
  }
  drawText(document, text, innerOf(shape), "start");
}

function paint(document: Document, { fill, stroke, strokeWidth = 1, dash, opacity = 1 }: Ink): void {
  document.lineWidth(strokeWidth).opacity(opacity);
  if (dash === undefined || dash.length === 0) document.undash();
  // It takes a whole pattern, which its types do not know.
  else document.dash(dash as unknown as number, {});
  if (fill !== undefined && stroke !== undefined) document.fillAndStroke(fill, stroke);
  else if (fill !== undefined) document.fill(fill);
  else if (stroke !== undefined) document.stroke(stroke);
  document.opacity(1);
}

function drawText(document: Document, text: readonly Paragraph[], box: Rect, anchor: "start" | "middle" | "end"): void {
  for (const { line, y, style } of baselines(text, box.y)) {
    if (line === "") continue;
    document.fontSize(style.size).fillColor(style.colour);
    const pieces = piecesOf(line, style.face).map((piece) => ({
      ...piece,
      width: document.font(piece.face).widthOfString(piece.text),
    }));
    const free = box.width - pieces.reduce((sum, { width }) => sum + width, 0);
    let x = box.x + (anchor === "start" ? 0 : anchor === "end" ? free : free / 2);
    for (const { text: said, face, width } of pieces) {
      document.font(face).text(said, x, y, { lineBreak: false, baseline: "alphabetic" });
      x += width;
    }
  }
}

/** WebP pictures, which PDF does not know, and those that cannot be read leave their place empty. */
function drawImage(document: Document, { href, x, y, width, height }: Rect & { href: string }): void {
  if (!/^data:image\/(?:png|jpeg);base64,/.test(href)) return;
  try {
    document.image(href, x, y, { fit: [width, height], align: "center" });
  } catch {
    // The rest of the map is worth more than one picture.
  }
}
