import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** Long enough to open the socket with, in milliseconds; an open socket is checked by itself. */
const lifetime = 60_000;

const Expiring = z.object({ expiresAt: z.number() });

/** What a token lets its bearer do: open the socket of one journey, as one person. */
export const Grant = z.object({
  journeyId: z.uuid(),
  userId: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
});
export type Grant = z.infer<typeof Grant>;

/** A token and when it ends. */
export function signGrant(grant: Grant, secret: string, now: Date): { token: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + lifetime);
  return { token: sign(grant, secret, expiresAt), expiresAt };
}

/** What a token grants; null when it was not signed here, or its time is over. */
export function readGrant(token: string, secret: string, now: Date): Grant | null {
  return readSigned(Grant, token, secret, now);
}

/** Says something in a way that only this installation can, until a time. */
export function sign(content: object, secret: string, expiresAt: Date): string {
  const payload = Buffer.from(JSON.stringify({ ...content, expiresAt: expiresAt.getTime() })).toString("base64url");
  return `${payload}.${signature(payload, secret).toString("base64url")}`;
}

/** What was said so; null when it was not signed here, says something else, or its time is over. */
export function readSigned<Content extends z.ZodType>(
  schema: Content,
  token: string,
  secret: string,
  now: Date,
): z.output<Content> | null {
  const [payload = "", signed = ""] = token.split(".");
  const [expected, given] = [signature(payload, secret), Buffer.from(signed, "base64url")];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const said: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  const { expiresAt } = Expiring.parse(said);
  return expiresAt > now.getTime() ? (schema.safeParse(said).data ?? null) : null;
}

function signature(payload: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(payload).digest();
}
