import { hash } from "node:crypto";
import type { Identifier } from "../model.ts";
import type { ReadEvent } from "../rules/records.ts";
import type { Cells } from "../rules/view.ts";

/** An identifier as it is stored. */
export interface IdentifierRow {
  /** What the identifier is called everywhere but in its own row. */
  ref: string;
  kind: string;
  /** As given, or its HMAC, by the mapping's choice. */
  value: string;
  isHashed: boolean;
}

/** Marks where a part ends, so that `ab`, `c` and `a`, `bc` are two things. */
const separator = "\u001f";
/** How many identifiers are remembered; people come back within a file. */
const remembered = 100_000;

/** Makes identifiers out of what rows say; the same text gives the same `ref` in every import of a workspace, in no other. */
export function identifierMaker(
  secret: string,
): (identifier: Pick<Identifier, "kind" | "store">, text: string) => IdentifierRow {
  const known = new Map<string, IdentifierRow>();
  const hmac = hmacOf(secret);
  return ({ kind, store }, text) => {
    const said = kind + separator + text;
    const row = known.get(said);
    if (row !== undefined) return row;
    const digest = hmac(said);
    const isHashed = store === "hashed";
    const made = { ref: uuidOf(digest), kind, value: isHashed ? digest : text, isHashed };
    if (known.size >= remembered) known.clear();
    known.set(said, made);
    return made;
  };
}

const block = 64;

/**
 * HMAC-SHA-256 (RFC 2104) in hexadecimal. The platform's own makes an object for each text, which is four times slower
 * than two hashes.
 */
export function hmacOf(secret: string): (text: string) => string {
  const short = Buffer.byteLength(secret) > block ? hash("sha256", secret, "buffer") : Buffer.from(secret);
  const key = Buffer.concat([short, Buffer.alloc(block - short.length)]);
  const inner = key.map((byte) => byte ^ 0x36);
  const outer = Buffer.concat([key.map((byte) => byte ^ 0x5c), Buffer.alloc(32)]);
  return (text) => {
    hash("sha256", Buffer.concat([inner, Buffer.from(text)]), "buffer").copy(outer, block);
    return hash("sha256", outer, "hex");
  };
}

/** What a row says, whatever the order of its columns and however many of them are empty. */
export function rowText(cells: Cells, columnOrder: readonly (readonly [name: string, index: number])[]): string {
  let text = "";
  for (const [name, index] of columnOrder) {
    const cell = cells[index];
    if (cell !== undefined && cell !== "") text += name + separator + cell + separator;
  }
  return text;
}

/** Columns by name, without those that a download of the quarantine adds. */
export function columnOrder(header: readonly string[]): (readonly [string, number])[] {
  return header
    .map((name, index) => [name, index] as const)
    .filter(([name]) => !quarantineColumns.includes(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** What a downloaded quarantine says beside the columns of the file. */
export const quarantineColumns: readonly string[] = ["_file", "_line", "_code", "_detail"];

/** The id of an event: the same in every import that reads it. */
export function eventId(workspaceId: string, event: ReadEvent, row: () => string): string {
  const named = event.key === null ? `row${separator}${row()}` : `key${separator}${event.key.join(separator)}`;
  return uuidOf(hash("sha256", [workspaceId, event.kind, event.touchpoint, named].join(separator)));
}

/** A version 8 UUID (RFC 9562) of the head of a hexadecimal digest. */
function uuidOf(digest: string): string {
  const variant = "89ab"[Number.parseInt(digest[16] ?? "0", 16) & 3];
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
