import { z } from "zod";
import { AppError } from "../errors.ts";

/** Where a page ended, latest first: an instant, and an id for those of the same instant. */
const Cursor = z.tuple([z.number().int(), z.uuid()]);
export type Cursor = z.infer<typeof Cursor>;

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** @throws AppError `invalid_input` for anything writeCursor did not make. */
export function readCursor(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch (cause) {
    throw new AppError("invalid_input", "This page cannot be continued from there.", {
      remedy: "Start again without `cursor`.",
      issues: [{ path: "cursor", code: "invalid", message: "not a cursor this route gave" }],
      cause,
    });
  }
}

/** Cuts a page from rows asked for with one more than `limit`. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): { page: Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null };
}
