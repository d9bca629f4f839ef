import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecipients } from "./recipients.ts";

test("[V100] addresses are read one a line, many a line, or out of what a mail program writes", () => {
  const { recipients, unread, repeated } = readRecipients(
    "ada@example.com\nBob <bob@example.com>, eve@example.com\n\n06 12 34 56 78\nnobody\nADA@example.com",
  );
  expect(recipients).toEqual([
    { email: "ada@example.com" },
    { email: "bob@example.com" },
    { email: "eve@example.com" },
    { phone: "+33612345678" },
  ]);
  expect([unread, repeated]).toEqual([[{ line: 5, text: "nobody" }], 1]);
});

test("[V100] a table says by its heads who is asked, in which language, where, and what else is known", () => {
  const { recipients, unread } = readRecipients(
    "\uFEFFCourriel;Langue;Magasin;Fuseau horaire\r\nada@example.com;FR;Lyon;Europe/Paris\r\nbob@example.com;;;\r\n;fr;Lyon;\r\n",
  );
  expect(recipients).toEqual([
    { email: "ada@example.com", language: "fr", timeZone: "Europe/Paris", properties: { Magasin: "Lyon" } },
    { email: "bob@example.com" },
  ]);
  expect(unread).toEqual([{ line: 4, text: " fr Lyon " }]);
});

test("[V100] a row without heads may say its language", () => {
  expect(readRecipients("ada@example.com\ten\n+33 6 12 34 56 78\tfr").recipients).toEqual([
    { email: "ada@example.com", language: "en" },
    { phone: "+33612345678", language: "fr" },
  ]);
});

test("[V100] whatever is pasted, nobody comes out twice and every line is accounted for", () => {
  const cells = fc.oneof(
    fc.constantFrom("ada@example.com", "bob@example.com", "+33612345678", "fr", "email", "Magasin", '"', ""),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.array(cells, { maxLength: 4 }).map((row) => row.join(",")),
        { maxLength: 8 },
      ),
      (lines) => {
        const { recipients } = readRecipients(lines.join("\n"));
        const addresses = recipients.map(({ email, phone }) => (email ?? phone ?? "").toLowerCase());
        expect(new Set(addresses).size).toBe(addresses.length);
        expect(addresses).not.toContain("");
      },
    ),
  );
});
