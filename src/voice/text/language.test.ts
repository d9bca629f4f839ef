import { expect, test } from "vitest";
import { tuning } from "./comments.testing.ts";
import { heldOut } from "./held-out.testing.ts";
import { languageOf } from "./language.ts";

test("[VT2] up to three words are in the language of the form, whatever they say", () => {
  expect(languageOf("Very good service", "fr")).toBe("fr");
  expect(languageOf("Service au top", "en")).toBe("en");
  expect(languageOf("", "en")).toBe("en");
});

test("[VT2] from four words on, a comment that is clearly in the other language is read in it", () => {
  expect(languageOf("The staff were very kind to us", "fr")).toBe("en");
  expect(languageOf("Le personnel était très gentil avec nous", "en")).toBe("fr");
  expect(languageOf("Check-in parking hotel breakfast", "fr")).toBe("fr");
});

test("[VT2] other languages are unknown, and so is what gives no sign and comes from no form", () => {
  expect(languageOf("Produto muito bom, chegou antes do prazo, recomendo a todos", "fr")).toBe("unknown");
  expect(languageOf("Die Lieferung war nicht sehr schnell und teuer", "en")).toBe("unknown");
  expect(languageOf("שירות מעולה ומהיר מאוד", "fr")).toBe("unknown");
  expect(languageOf("ok")).toBe("unknown");
});

test("[VT2] of the written comments of four words and more, without a form, 95 in 100 are recognised", () => {
  const long = [...tuning, ...heldOut].filter(({ text }) => text.split(" ").length >= 4);
  const right = long.filter(({ text, language }) => languageOf(text) === language).length;
  expect(long.length).toBeGreaterThan(100);
  expect(right / long.length).toBeGreaterThanOrEqual(0.95);
});
