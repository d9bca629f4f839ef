import { hash } from "node:crypto";

/** Leading zero bits: about 33,000 hashes, which a phone makes in some 100 ms and nobody makes a million times for nothing. */
export const proofBits = 15;

/** Whether somebody's browser has worked for this very attempt. */
export function isProof(attempt: string, proof: string | undefined): boolean {
  if (proof === undefined || !/^\d{1,12}$/.test(proof)) return false;
  return hash("sha256", `${attempt}:${proof}`, "buffer").readUInt32BE() >>> (32 - proofBits) === 0;
}
