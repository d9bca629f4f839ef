import { expect, test } from "vitest";
import { personaMarks } from "./persona-marks.ts";

const letters = (...names: string[]) =>
  personaMarks(names.map((name) => ({ id: name, name }))).map(({ letter }) => letter);

test("[J69] every persona of a map has a letter of its own", () => {
  expect(letters("Camille", "Claire", "Élodie", "Ca")).toEqual(["C", "L", "E", "A"]);
  expect(letters("A", "a", "…")).toEqual(["A", "2", "3"]);
});
