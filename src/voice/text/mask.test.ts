import fc from "fast-check";
import { expect, test } from "vitest";
import { type PersonalKind, impersonalWords, mask } from "./mask.ts";
import { train } from "./polarity.ts";
import { themes } from "./themes.ts";
import { topicRules } from "./topic-rules.ts";
import { topicBook, topicsOf } from "./topics.ts";

const found = (comment: string) =>
  mask(comment).personal.map(({ kind, start, end }) => [kind, comment.slice(start, end)]);

test.each<[PersonalKind, string]>([
  ["email", "jeanne.durand+cx@exemple.co.uk"],
  ["email", "élodie@société.fr"],
  ["email", "jeanne (at) exemple.fr"],
  ["phone", "06 12 34 56 78"],
  ["phone", "0612345678"],
  ["phone", "+33 (0)6.12.34.56.78"],
  ["phone", "0033 6 12 34 56 78"],
  ["phone", "+44 20 7946 0958"],
  ["phone", "+1 (555) 010-9999"],
  ["iban", "FR76 3000 6000 0112 3456 7890 189"],
  ["iban", "de89370400440532013000"],
  ["card", "4111 1111 1111 1111"],
  ["card", "378282246310005"],
  ["card", "5555-5555-5555-4444"],
  ["socialSecurity", "1 84 12 76 451 089 46"],
  ["socialSecurity", "2 69 05 49 588 157 80"],
  ["address", "12 bis rue de la Paix, 75002 Paris"],
  ["address", "3 place du Capitole"],
  ["address", "7, rue de l'Église, 31000 Toulouse"],
  ["address", "221B Baker Street, London"],
])("[VT12] %s: «%s» is hidden, and nothing else", (kind, personal) => {
  const comment = `Joignez-moi au ${personal}, merci`;
  expect(found(comment)).toEqual([[kind, personal]]);
  expect(mask(comment).text).toBe(`Joignez-moi au ${"•".repeat(personal.length)}, merci`);
});

test.each([
  "Ma commande 4500123456789 du 12/03/2026",
  "Commande n° 0412345678 toujours pas livrée",
  "colis 6A12345678901 et facture 2026-00123",
  "Rendez-vous le 12 06 2026 à 14 h 30, 3 places",
  "Code 3760123456789 à 19,99 €",
  "Order #0612345678 never came",
  "Order 123-456-7890 never came",
  "2 cours de yoga, 1 place de parking, 3 passages en caisse",
])("[VT13] «%s» is left alone", (comment) => {
  expect(mask(comment)).toEqual({ text: comment, personal: [] });
});

test("[VT12] positions of the masked text are those of the comment", () => {
  const bits = fc.constantFrom(
    "a@b.fr",
    "06 12 34 56 78",
    "4111 1111 1111 1111",
    " ",
    "rue",
    "é",
    "🙂",
    "12 rue de Lille",
    "FR76",
    "\uDC00",
    "7",
  );
  fc.assert(
    fc.property(
      fc.array(bits).map((all) => all.join("")),
      (comment) => {
        const { text, personal } = mask(comment);
        expect(text.length).toBe(comment.length);
        let from = 0;
        for (const { start, end } of personal) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(text.slice(from, start)).toBe(comment.slice(from, start));
          expect(text.slice(start, end)).toBe("•".repeat(end - start));
          from = end;
        }
        expect(text.slice(from)).toBe(comment.slice(from));
      },
    ),
  );
});

test("[VT12] what is personal is no word to analyse, to show or to learn from", () => {
  const comment = "Excellent ! bug@retard.fr, 06 12 34 56 78";
  expect(impersonalWords(comment).map(({ text }) => text)).toEqual(["excellent", "!", ","]);
  expect(topicsOf(comment, topicBook(topicRules))).toEqual([]);
  expect(
    themes(
      Array.from({ length: 20 }, () => "joie@exemple.fr"),
      ["Merci"],
    ),
  ).toEqual([]);
  const pairs = (name: string) =>
    Array.from({ length: 60 }, (_, at) => ({ comment: `${name}@exemple.fr ${at}`, positive: at % 2 === 0 }));
  expect(train(pairs("jeanne"), 1)).toEqual(train(pairs("albert"), 1));
});

test("[VT13] no e-mail is left, whatever stands around it", () => {
  const around = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(around, fc.emailAddress(), around, (before, email, after) => {
      expect(mask(before + email + after).text).not.toContain(email);
    }),
    { numRuns: 500 },
  );
});

test("[VT13] no card number is left, written in fours, in a row or with hyphens, also beside a date and a code", () => {
  const card = fc
    .tuple(
      fc.constantFrom("4", "51", "2230", "6011"),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }),
    )
    .map(([prefix, digits]) => withCheckDigit((prefix + digits.join("")).slice(0, 15)));
  const written = fc
    .tuple(card, fc.constantFrom("", " ", "-"))
    .map(([digits, gap]) => digits.match(/.{4}/g)!.join(gap));
  const beside = fc.constantFrom("", " ", "carte: ", " 12/27 123", " 12 27 123", "le 3 ", ", merci", "\n");
  fc.assert(
    fc.property(beside, written, beside, (before, number, after) => {
      fc.pre(!/\d$/.test(before) && !/^\d/.test(after));
      expect(mask(before + number + after).text).not.toContain(number);
    }),
    { numRuns: 500 },
  );
});

function withCheckDigit(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
