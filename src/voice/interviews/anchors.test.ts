import fc from "fast-check";
import { expect, test } from "vitest";
import { passageMover } from "./anchors.ts";

const said = "Je cherchais la caisse et personne ne venait\nDix minutes après on m’a dit de patienter";
const of = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

function moved(before: string, words: string, after: string): string | null {
  const passage = passageMover(before, after)(of(before, words));
  return passage === null ? null : after.slice(passage.start, passage.end);
}

test("[V278] a passage stays on its words when others are written before, after, within or between its lines", () => {
  expect(moved(said, "personne ne venait", `Bonjour.\n${said} du tout`)).toBe("personne ne venait");
  expect(moved(said, "personne ne venait\nDix minutes", said.replace("ne venait", "ne venait jamais"))).toBe(
    "personne ne venait jamais\nDix minutes",
  );
  expect(moved(said, "la caisse et personne", said.replace("caisse", "queue"))).toBe("la queue et personne");
  expect(moved(said, "minutes après", `${said.split("\n")[1]}\n${said.split("\n")[0]}`)).toBe("minutes après");
});

test("[V278] a passage within words stays within them", () => {
  expect(moved(said, "herch", `Alors : ${said}`)).toBe("herch");
});

test("[V278] a passage more than half of whose words are gone is nowhere", () => {
  expect(moved(said, "personne ne venait", said.replace("personne ne venait", "on m’a servi aussitôt"))).toBeNull();
  expect(moved(said, "personne ne venait", "")).toBeNull();
});

test("[V278] words that are said again and again keep their place", () => {
  const before = "oui oui non oui oui peut-être oui";
  expect(moved(before, "non oui oui", `oui ${before} oui`)).toBe("non oui oui");
});

const words = fc
  .array(fc.constantFrom("a", "b", "c", "oui", "caisse", "\n", "attente"), { maxLength: 40 })
  .map((all) => all.join(" "));

test("[V278] whatever is edited, a passage is within the new text, and unedited it is where it was", () => {
  fc.assert(
    fc.property(words, words, fc.nat(80), fc.nat(80), (before, after, a, b) => {
      const passage = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) };
      const there = passageMover(before, after)(passage);
      if (there !== null) {
        expect(there.start).toBeLessThanOrEqual(there.end);
        expect(there.start).toBeGreaterThanOrEqual(0);
        expect(there.end).toBeLessThanOrEqual(after.length);
      }
      expect(passageMover(before, before)(passage)).toEqual(passage);
    }),
    { seed: 278, numRuns: 500 },
  );
});

test("[V278] a transcript of a hundred thousand words without one that is unique is still moved", () => {
  const long = "oui non ".repeat(50_000);
  expect(moved(`début ${long}`, "début oui non", `début ${"non oui ".repeat(50_000)}`)).toBeNull();
  expect(moved(`début ${long}`, "début", `début ${"non oui ".repeat(50_000)}`)).toBe("début");
});
