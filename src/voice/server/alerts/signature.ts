import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A secret as receivers know it (Standard Webhooks: 24–64 bytes, base64). */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

export interface Signed {
  /** The same for the same message, however often it is sent. */
  id: string;
  at: Date;
  body: string;
}

/** The headers of a signed message, with a signature by each secret (https://www.standardwebhooks.com). */
export function signatureHeaders({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
