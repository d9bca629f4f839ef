import { createHmac, timingSafeEqual } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { installationSecret, knownSecret } from "#platform/secrets.ts";
import type { AskingTables } from "./tables.ts";

/** What a link lets its bearer do; a link for one purpose is none for another. */
export type Purpose = "answer" | "refuse" | "review" | "role" | "solved";

/** Key of the year, the id of what it is about, and half of an HMAC-SHA-256 (RFC 2104 §5): short enough for a text message. */
const form = /^(\d{2})\.([\w-]{22})\.([\w-]{22})$/;

/** Makes the part of a link that nobody else can. Keys change with the year; deleting one voids the links it signed. */
export async function linkSigner(db: Kysely<Database>, now: Date): Promise<(purpose: Purpose, id: string) => string> {
  const year = String(now.getUTCFullYear()).slice(-2);
  const secret = await installationSecret(db, keyName(year));
  return (purpose, id) => {
    const short = Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
    return `${year}.${short}.${signature(secret, purpose, short).toString("base64url")}`;
  };
}

/** The id of what a link is about; null when it is not one of ours for this purpose. */
export async function readLink(db: Kysely<Database>, purpose: Purpose, token: string): Promise<string | null> {
  const [, year, id, signed] = form.exec(token) ?? [];
  if (year === undefined || id === undefined || signed === undefined) return null;
  const secret = await knownSecret(db, keyName(year));
  if (secret === null) return null;
  const [expected, given] = [signature(secret, purpose, id), Buffer.from(signed, "base64url")];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Buffer.from(id, "base64url")
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** What an invitation's link leads to, null when it is not one of ours. An open one can be answered. */
export async function invitationOfLink(db: Kysely<Database>, token: string) {
  const id = await readLink(db, "answer", token);
  if (id === null) return null;
  const found = await db
    .withTables<AskingTables>()
    .selectFrom("survey_invitation")
    .select(["id", "survey_id as surveyId", "channel", "address", "properties", "state"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (found === undefined) return null;
  const { address, ...invitation } = found;
  // Whose address is erased was asked too long ago.
  return { ...invitation, address: address ?? "", isOpen: address !== null && answerable.includes(found.state) };
}

/** Who wants to hear no more may still answer what they were sent. */
const answerable: readonly string[] = ["sending", "sent", "optedOut"];

function keyName(year: string): string {
  return `links of 20${year}`;
}

function signature(secret: string, purpose: Purpose, id: string): Buffer {
  return createHmac("sha256", secret).update(`${purpose} ${id}`).digest().subarray(0, 16);
}
