import type { Face } from "./covered.ts";
import type { Shape } from "./drawing.ts";
import { lent } from "./glyph-widths.ts";
import { isCovered } from "./type.ts";

/** Stands for a character that none of our fonts has. */
export const unwritable = "□";
/** Marks, joiners, and colours of skin: of a character before them, which is marked already. */
const dependent = /[\p{M}\p{Emoji_Modifier}\u200d]/gu;
const borrowed = new Set(lent);

export interface Piece {
  text: string;
  face: Face;
}

/** A line in the faces that can write it: titles borrow what theirs lacks; what no face has is marked rather than left out. */
export function piecesOf(line: string, face: Face): Piece[] {
  const pieces: Piece[] = [];
  for (const glyph of isCovered(line) ? line : line.normalize("NFC").replaceAll(dependent, "")) {
    const text = isCovered(glyph) ? glyph : unwritable;
    const own = face === "title600" && borrowed.has(text) ? "text600" : face;
    const last = pieces.at(-1);
    if (last?.face === own) last.text += text;
    else pieces.push({ text, face: own });
  }
  return pieces;
}

/** Whether our fonts can write all that is said. */
export function isWritable(shapes: readonly Shape[]): boolean {
  return shapes.every(
    (shape) =>
      (shape.kind !== "text" && shape.kind !== "box") ||
      (shape.text ?? []).every(({ lines }) => lines.every((line) => isCovered(line.normalize("NFC")))),
  );
}
