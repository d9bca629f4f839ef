import { expect, test } from "vitest";
import { isMappingSchemaCurrent } from "./mapping-schema.ts";

test("[I3] the published schema of the mapping document is the one that is checked with", () => {
  expect(isMappingSchemaCurrent(), "run `node tools/mapping-schema.ts` and commit docs/mapping.schema.json").toBe(true);
});
