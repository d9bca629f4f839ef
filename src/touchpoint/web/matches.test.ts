import { expect, test } from "vitest";
import { matches } from "./matches.ts";

test.each([
  ["Assistance téléphonique", "TELE", true],
  ["Devis en ligne · Site web", "web devis", true],
  ["Devis en ligne", "devis magasin", false],
  ["Caisse", "", true],
])("[U11] «%s» searched with «%s»: %s", (text, typed, found) => {
  expect(matches(text, typed)).toBe(found);
});
