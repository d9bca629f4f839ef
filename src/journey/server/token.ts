import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** Long enough to open the socket with, in milliseconds; an open socket is checked by itself. */
const lifetime = 60_000;

/** What a token lets its bearer do: open the socket of one journey, as one person. */
export const Grant = z.object({
  journeyId: z.uuid(),
  userId: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
});
export type Grant = z.infer<typeof Grant>;

const Signed = Grant.extend({ expiresAt: z.number() });

/** A token and when it ends. */
export function signGrant(grant: Grant, secret: string, now: Date): { token: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + lifetime);
  const payload = Buffer.from(JSON.stringify({ ...grant, expiresAt: expiresAt.getTime() })).toString("base64url");
  return { token: `${payload}.${signature(payload, secret).toString("base64url")}`, expiresAt };
}

/** What a token grants; null when it was not signed here, or its time is over. */
export function readGrant(token: string, secret: string, now: Date): Grant | null {
  const [payload = "", signed = ""] = token.split(".");
  const [expected, given] = [signature(payload, secret), Buffer.from(signed, "base64url")];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { expiresAt, ...grant } = Signed.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  return expiresAt > now.getTime() ? grant : null;
}

function signature(payload: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(payload).digest();
}
