import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "./writable.ts";
import { clip, printable, textWidth, wrap } from "./type.ts";

const style = { face: "text400", size: 12 } as const;

test("[R3] lines are as long as the font makes them, not as many letters", () => {
  expect(textWidth("iiii", style)).toBeLessThan(textWidth("mmmm", style) / 3);
  expect(wrap("Je compare et je demande conseil", style, 120)).toEqual(["Je compare et je", "demande conseil"]);
});

test("[R3] a word that is wider than its line is broken between letters", () => {
  const lines = wrap("anticonstitutionnellement", style, 60);
  expect(lines.join("")).toBe("anticonstitutionnellement");
  expect(Math.max(...lines.map((line) => textWidth(line, style)))).toBeLessThanOrEqual(60);
});

test("[R3] a line does not end before a sign that French sets apart, nor between a number and its unit", () => {
  expect(wrap("Et si je me trompe ?", style, 110)).toEqual(["Et si je me", "trompe\u00a0?"]);
  expect(wrap("Des sessions de 24 h", style, 105)).toEqual(["Des sessions de", "24\u00a0h"]);
  expect(wrap("Le rendez-vous", style, 70)).toEqual(["Le", "rendez-", "vous"]);
});

test("[R3] wrapping loses no letter, and every line fits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      const lines = wrap(text, style, width);
      expect(lines.join("").replaceAll(/\s/g, "")).toBe(printable(text).replaceAll(/\s/g, ""));
      expect(lines.filter((line) => textWidth(line, style) > width && Array.from(line).length > 1)).toEqual([]);
    }),
  );
});

test("[R3] a line that is too long ends with an ellipsis", () => {
  expect(clip("Suivi de livraison", style, 60)).toBe("Suivi de…");
  expect(clip("Suivi", style, 60)).toBe("Suivi");
});

test("[R22] what no font of ours has is marked and not left out, and titles borrow what theirs lacks", () => {
  expect(piecesOf("Ça va 漢字 👍🏽 ?", "text400")).toEqual([{ text: "Ça va □□ □ ?", face: "text400" }]);
  expect(piecesOf("Étape Ω", "title600")).toEqual([
    { text: "Étape ", face: "title600" },
    { text: "Ω", face: "text600" },
  ]);
  expect(piecesOf("e\u0301te\u0301", "text400")).toEqual([{ text: "été", face: "text400" }]);
  expect(piecesOf("Клиент входит в магазин", "text400")).toHaveLength(1);
});

test("[R20] what no file may carry is left out", () => {
  expect(printable("a\u0000b\uD800c\r\nd\u202Ee\uFFFF")).toBe("abc\nde");
});
