import { expect, test } from "vitest";
import { drawMap } from "../render/map.ts";
import { sampleInput } from "../render/sample.testing.ts";
import { checkSize } from "./draw.ts";
import { toPng } from "./export-png.ts";

test("[R21] a picture beyond what programs open is refused, with a way out", async () => {
  const drawing = { ...drawMap(sampleInput()), width: 20_000, height: 20_000 };
  await expect(toPng(drawing, 1)).rejects.toMatchObject({ code: "too_large", remedy: expect.stringContaining("PDF") });
});

test("[R21] a file of too many shapes is refused", () => {
  const drawing = drawMap(sampleInput());
  expect(() => checkSize([drawing])).not.toThrow();
  const wall = Array.from({ length: 300 }, () => drawing);
  expect(() => checkSize(wall)).toThrow(expect.objectContaining({ code: "too_large" }));
});
