import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isProof, proofBits } from "#voice/server/collect/proof.ts";
import { prove } from "./prove.ts";

test("[V171] the number that is found makes the hash begin with the bits that are asked for", async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[\x20-\x7e]{0,40}$/), fc.integer({ min: 1, max: 9 }), async (seed, bits) => {
      const digest = createHash("sha256")
        .update(`${seed}:${await prove(seed, bits)}`)
        .digest();
      expect(digest.readUInt32BE() >>> (32 - bits)).toBe(0);
    }),
  );
});

test("[V171] a proof is one of its own attempt only, and a number", async () => {
  const attempt = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";
  const proof = await prove(attempt, proofBits);
  expect(isProof(attempt, proof)).toBe(true);
  expect(isProof(attempt.replace("0", "1"), proof)).toBe(false);
  for (const forged of [undefined, "", `${proof}x`, "-1", "9".repeat(13)]) expect(isProof(attempt, forged)).toBe(false);
});
