import { expect, test } from "vitest";
import { likeliestFirst, matches } from "./matches.ts";

test.each([
  ["Assistance téléphonique", "TELE", true],
  ["Devis en ligne · Site web", "web devis", true],
  ["Devis en ligne", "devis magasin", false],
  ["Caisse", "", true],
])("[U11] «%s» searched with «%s»: %s", (text, typed, found) => {
  expect(matches(text, typed)).toBe(found);
});

test("[T7] a new touchpoint is offered first on the channel that its name speaks of", () => {
  const channels = ["Magasin", "Site web", "E-mail", "Téléphone"].map((name) => ({ name }));
  const offered = (typed: string) => likeliestFirst(channels, typed).map(({ name }) => name);
  expect(offered("Rappel par e-mail")).toEqual(["E-mail", "Magasin", "Site web", "Téléphone"]);
  expect(offered("Conseil par telephone")[0]).toBe("Téléphone");
  expect(offered("Visite")).toEqual(["Magasin", "Site web", "E-mail", "Téléphone"]);
});
