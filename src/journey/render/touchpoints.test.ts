import { expect, test } from "vitest";
import type { Shape } from "./drawing.ts";
import { drawMap } from "./map.ts";
import { sampleInput } from "./sample.testing.ts";

const stationsOf = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) =>
    shape.kind === "mark" && shape.source?.startsWith("placement:") === true
      ? [{ ...shape, id: shape.source.slice(10) }]
      : [],
  );
const said = (shapes: readonly Shape[]) => JSON.stringify(shapes);

test.each(["columns", "rows"] as const)(
  "[R9] with steps as %s, a touchpoint is dotted when it is not measured, and the legend says it",
  (orientation) => {
    const input = sampleInput();
    const { shapes } = drawMap(input, { orientation, locale: "en" });
    const unflagged = new Set(input.document.placements.filter(({ flag }) => flag !== "missing").map(({ id }) => id));
    const stations = stationsOf(shapes).filter(({ id }) => unflagged.has(id));
    const unmeasured = stations.filter(({ id }) => (input.figures?.placements.get(id)?.band ?? null) === null);
    expect(unmeasured).not.toEqual([]);
    expect(stations.filter(({ dash }) => dash !== undefined)).toEqual(unmeasured);
    expect(said(shapes)).toContain("not measured");
  },
);

test("[R9, R12] without any figures no touchpoint is said to be unmeasured", () => {
  const { shapes } = drawMap({ ...sampleInput(), figures: null }, { locale: "en" });
  expect(stationsOf(shapes).filter(({ dash, strokeWidth }) => dash !== undefined && strokeWidth === 3)).toEqual([]);
  expect(said(shapes)).not.toContain("not measured");
});
