import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmacOf } from "./fingerprint.ts";

test("[I44] identifiers are hashed as HMAC-SHA-256 of any key and text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 90 }), fc.string({ unit: "grapheme" }), (secret, text) => {
      expect(hmacOf(secret)(text)).toBe(createHmac("sha256", secret).update(text).digest("hex"));
    }),
  );
});
