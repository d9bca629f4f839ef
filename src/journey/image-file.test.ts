import fc from "fast-check";
import { expect, test } from "vitest";
import { readImageHead } from "./image-file.ts";

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
/** A real file of each kind, 2 × 1 or 1 × 1. */
const png = bytesOf(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGNITvv4/2Ny2n8AF0QFcx8CSZcAAAAASUVORK5CYII=",
);
const webp = bytesOf("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
const lossless = bytesOf("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
const jpeg = new Uint8Array(
  Buffer.from(
    ["ffd8ffe000104a46494600010100000100010000", "ffc400040000", "ffc00011080140028003012200"].join(""),
    "hex",
  ),
);

test("[J70] a picture is known by its bytes, with its size", () => {
  expect(readImageHead(png)).toEqual({ type: "image/png", width: 2, height: 1 });
  expect(readImageHead(webp)).toEqual({ type: "image/webp", width: 1, height: 1 });
  expect(readImageHead(lossless)).toEqual({ type: "image/webp", width: 1, height: 1 });
  expect(readImageHead(jpeg)).toEqual({ type: "image/jpeg", width: 640, height: 320 });
});

test.each([
  ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
  ["a page", "<!doctype html><script>alert(1)</script>"],
  ["a GIF", "GIF89a\u0001\u0000\u0001\u0000 and what else a GIF has to say"],
  ["nothing", ""],
])("[J70] %s is no picture", (_what, text) => {
  expect(readImageHead(new TextEncoder().encode(text))).toBeNull();
});

test("[J70] a file that is cut short or broken is read to its end and no further", () => {
  for (const file of [png, jpeg, webp, lossless])
    for (let length = 0; length < file.length; length += 1) readImageHead(file.subarray(0, length));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
      for (const start of [jpeg.subarray(0, 4), png.subarray(0, 12), webp.subarray(0, 16)])
        readImageHead(Uint8Array.from([...start, ...noise]));
    }),
  );
  expect(readImageHead(jpeg.subarray(0, 30))).toBeNull();
});
