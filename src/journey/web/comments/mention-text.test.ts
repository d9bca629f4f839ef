import { expect, test } from "vitest";
import { complete, draftAt, matching, mentionsIn, partsOf } from "./mention-text.ts";

const anne = { userId: "1", name: "Anne" };
const anneMarie = { userId: "2", name: "Anne Marie" };
const zoe = { userId: "3", name: "Zoé Leblanc" };
const people = [anne, anneMarie, zoe];

test("[J117] an @ begins a mention at the start of a word, up to the caret", () => {
  expect(draftAt("Vu @zo", 6)).toEqual({ at: 3, query: "zo" });
  expect(draftAt("@", 1)).toEqual({ at: 0, query: "" });
  expect(draftAt("Vu @zo", 2)).toBeNull();
  expect(draftAt("moi@exemple.fr", 14)).toBeNull();
  expect(draftAt("@zoé\nensuite", 10)).toBeNull();
});

test("[J117] a name is found by the beginning of any of its words, without accents", () => {
  expect(matching(people, "zoe")).toEqual([zoe]);
  expect(matching(people, "LEB")).toEqual([zoe]);
  expect(matching(people, "ann")).toEqual([anne, anneMarie]);
  expect(matching(people, "x")).toEqual([]);
});

test("[J117] the chosen name takes the place of what was typed", () => {
  const done = complete("Vu @zo, non ?", { at: 3, query: "zo" }, "Zoé Leblanc");
  expect(done).toEqual({ text: "Vu @Zoé Leblanc , non ?", caret: 16 });
});

test("[J117] a text mentions those whose name stands in it, the longest name that fits", () => {
  expect(mentionsIn("@Anne Marie et @Zoé Leblanc, @Zoé Leblanc", people)).toEqual(["2", "3"]);
  expect(mentionsIn("@Anne, vois", people)).toEqual(["1"]);
  expect(mentionsIn("@Annette et Anne", people)).toEqual([]);
  expect(partsOf("Vu @Anne !", people)).toEqual([
    { text: "Vu ", userId: null },
    { text: "@Anne", userId: "1" },
    { text: " !", userId: null },
  ]);
});
