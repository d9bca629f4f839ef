import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { isWholePng } from "./whole-png.ts";

function chunk(type: string, data: Uint8Array): Buffer {
  const [length, check, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function head(width: number, height: number, { depth = 8, colour = 6, interlace = 0 } = {}): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour, 0, 0, interlace], 8);
  return chunk("IHDR", data);
}

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const rows = (bytes: Uint8Array) => chunk("IDAT", deflateSync(bytes));
const png = (...chunks: Buffer[]) => Buffer.concat([signature, ...chunks, chunk("IEND", Buffer.alloc(0))]);

test("[J70] a PNG is whole when its rows are those its head promises, of whatever depth and order", () => {
  expect(isWholePng(png(head(2, 2), rows(Buffer.alloc(18))))).toBe(true);
  expect(isWholePng(png(head(9, 2, { depth: 1, colour: 0 }), rows(Buffer.alloc(6))))).toBe(true);
  // Of the seven passes of 3 × 3 pixels, two are empty: 2 + 2 + 3 + (2 × 2) + 4 bytes.
  expect(isWholePng(png(head(3, 3, { colour: 0, interlace: 1 }), rows(Buffer.alloc(15))))).toBe(true);
});

test("[J70] a PNG that is cut, overfull, of two heads or of no known filter is not whole", () => {
  const whole = png(head(2, 2), rows(Buffer.alloc(18)));
  for (let length = 0; length < whole.length; length += 1)
    expect(isWholePng(whole.subarray(0, length)), `${length} bytes`).toBe(false);
  const broken = [
    [head(2, 2), rows(Buffer.alloc(17))],
    [head(2, 2), rows(Buffer.alloc(1_000_000))],
    [head(2, 2), rows(Buffer.alloc(18, 9))],
    [head(2, 2), chunk("IDAT", Buffer.from("no rows"))],
    [head(2, 2), head(60_000, 60_000), rows(Buffer.alloc(18))],
    [head(2, 2, { colour: 5 }), rows(Buffer.alloc(18))],
    [rows(Buffer.alloc(18))],
  ];
  for (const chunks of broken) expect(isWholePng(png(...chunks))).toBe(false);
});
