import { inflateSync } from "node:zlib";

/** Values a pixel has, by colour type (PNG 1.2 §4.1.1). */
const valuesOf: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);
/** Where each pass of an interlaced picture begins, and how far apart its pixels are: x, y, dx, dy (PNG 1.2 §2.6). */
const interlaced = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const atOnce = [[0, 0, 1, 1]] as const;
const filters = 5;

/**
 * Whether a PNG unfolds to exactly the rows that its head promises. What writes a PDF unfolds it out of reach of whoever
 * asked for the file: there, one that is damaged would end the process.
 */
export function isWholePng(file: Buffer): boolean {
  try {
    const { heads, data } = readChunks(file);
    const [head] = heads;
    return head !== undefined && heads.length === 1 && hasRows(head, data);
  } catch {
    return false;
  }
}

/** @throws RangeError when a chunk does not end within the file. */
function readChunks(file: Buffer): { heads: Buffer[]; data: Buffer } {
  const heads: Buffer[] = [];
  const data: Buffer[] = [];
  for (let at = 8, type = ""; type !== "IEND";) {
    const end = at + 8 + file.readUInt32BE(at);
    type = file.toString("latin1", at + 4, at + 8);
    if (end + 4 > file.length) throw new RangeError("a chunk is cut");
    if (type === "IHDR") heads.push(file.subarray(at + 8, end));
    if (type === "IDAT") data.push(file.subarray(at + 8, end));
    at = end + 4;
  }
  return { heads, data: Buffer.concat(data) };
}

function hasRows(head: Buffer, data: Buffer): boolean {
  const [width, height, depth] = [head.readUInt32BE(0), head.readUInt32BE(4), head.readUInt8(8)];
  const bits = (valuesOf.get(head.readUInt8(9)) ?? Number.NaN) * depth;
  const rows = (head.readUInt8(12) === 1 ? interlaced : atOnce)
    .map(([x, y, dx, dy]) => ({
      count: Math.max(0, Math.ceil((height - y) / dy)),
      pixels: Math.max(0, Math.ceil((width - x) / dx)),
    }))
    .filter(({ pixels }) => pixels > 0)
    .map(({ count, pixels }) => ({ count, bytes: 1 + Math.ceil((pixels * bits) / 8) }));
  const size = rows.reduce((sum, { count, bytes }) => sum + count * bytes, 0);
  const unfolded = inflateSync(data, { maxOutputLength: size });
  if (unfolded.length !== size) return false;
  let at = 0;
  for (const { count, bytes } of rows)
    for (let row = 0; row < count; row += 1, at += bytes) if ((unfolded[at] ?? filters) >= filters) return false;
  return true;
}
