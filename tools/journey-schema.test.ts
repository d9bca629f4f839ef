import { expect, test } from "vitest";
import { isJourneySchemaCurrent } from "./journey-schema.ts";

test("[F2] the published schema of the open format is the one that files are checked with", () => {
  expect(isJourneySchemaCurrent(), "run `node tools/journey-schema.ts` and commit docs/journey.schema.json").toBe(true);
});
