import { expect, test } from "vitest";
import { personaMarks } from "../../persona-marks.ts";
import { cellLines, placeOf, valueAt } from "./lines.ts";

const personas = personaMarks([
  { id: "ana", name: "Ana" },
  { id: "bob", name: "Bob" },
]);
const point = (personaId: string | null, state: "lived" | "target", stepId: string, value: number) => ({
  id: `${personaId} ${state} ${stepId}`,
  personaId,
  state,
  stepId,
  value,
});

test("[U71] every lived curve is drawn, of the wanted ones that of the chosen persona, the chosen curve on top", () => {
  const emotions = [
    point(null, "lived", "s1", 1),
    point(null, "target", "s1", 2),
    point("ana", "lived", "s1", -1),
    point("ana", "target", "s1", 0),
  ];
  const keys = (chosen: Parameters<typeof cellLines>[3]) =>
    cellLines(emotions, personas, ["s1"], chosen)
      .get("s1")
      ?.map(({ key }) => key);
  expect(keys({ personaId: null, state: "lived" })).toEqual(["target ", "lived ana", "lived "]);
  expect(keys({ personaId: "ana", state: "target" })).toEqual(["lived ", "lived ana", "target ana"]);
  expect(keys({ personaId: "bob", state: "lived" })).toEqual(["lived ", "lived ana", "lived bob"]);
});

test("[U71] a curve is not drawn on to a step that nothing is known of", () => {
  const lines = cellLines(
    [point(null, "lived", "s1", 1), point(null, "lived", "s3", 0)],
    personas,
    ["s1", "s2", "s3"],
    {
      personaId: null,
      state: "lived",
    },
  );
  expect(lines.get("s1")?.[0]).toMatchObject({ before: null, at: 1, after: null });
  expect(lines.get("s2")?.[0]).toMatchObject({ before: 1, at: null, after: 0 });
});

test("[U72] the curve of a persona has its letter, that of everybody none", () => {
  const emotions = [point(null, "lived", "s1", 1), point("ana", "lived", "s1", -1)];
  const lines = cellLines(emotions, personas, ["s1"], { personaId: "bob", state: "lived" }).get("s1");
  expect(lines?.map(({ persona }) => persona?.letter)).toEqual([undefined, personas[0]?.letter, personas[1]?.letter]);
});

test("[U73] a value is read back from where it is drawn, high at the top or at the right", () => {
  for (const isVertical of [false, true])
    for (const value of [-2, -0.5, 0, 2])
      expect(valueAt(placeOf(value, isVertical) / 100, isVertical)).toBeCloseTo(value);
  expect(placeOf(2, false)).toBeLessThan(placeOf(-2, false));
  expect(placeOf(2, true)).toBeGreaterThan(placeOf(-2, true));
});
