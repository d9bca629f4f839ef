import { expect, test } from "vitest";
import { evidenceOf } from "./cause-card.ts";

test("[V232] the evidence says how many cases, and five comments without personal data", () => {
  const evidence = evidenceOf(7, ["", "Mon mail : a@b.fr", "x ".repeat(300), "c", "d", "e", "f"], "fr").split("\n");
  expect(evidence[0]).toBe("7 dossiers clos avec cette cause");
  expect(evidence).toHaveLength(6);
  expect(evidence[1]).toBe("« Mon mail : •••••• »");
  expect(evidence.join("").length).toBeLessThan(1_500);
  expect(evidenceOf(1, ["Slow"], "en")).toBe("1 case closed with this cause\n“Slow”");
});
