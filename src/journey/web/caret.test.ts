import { expect, test } from "vitest";
import { caretAfter } from "./caret.ts";

test("[U57] the caret stays at its words while somebody else types before or after them", () => {
  expect(caretAfter("Trop de choix", "Trop de choix vraiment", 4)).toBe(4);
  expect(caretAfter("Trop de choix", "Vraiment trop de choix", 4)).toBe(13);
  expect(caretAfter("Trop de choix", "Trop", 13)).toBe(4);
  expect(caretAfter("", "Trop", 0)).toBe(0);
});
