import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";

/** Who comes by a survey's link, as far as can be told without a cookie. */
export interface Visitor {
  address: string;
  /** The same for one program at one address with one link; it tells none of the three. */
  mark: Buffer;
}

export function visitorOf({ token }: { token: string }, { ip, headers }: FastifyRequest): Visitor {
  return { address: ip, mark: hash("sha256", [token, ip, headers["user-agent"]].join("\n"), "buffer") };
}

/** Remembers for an hour that a visitor followed a link that no person sees. */
export async function noteScanner(db: Kysely<Database>, { mark }: Visitor, now: Date): Promise<void> {
  await sql`DELETE FROM scanner_visit WHERE seen_at < ${now}::timestamptz - interval '1 hour'`.execute(db);
  await sql`INSERT INTO scanner_visit (visitor, seen_at) VALUES (${mark}, ${now})
    ON CONFLICT (visitor) DO UPDATE SET seen_at = excluded.seen_at`.execute(db);
}

/** Whether a visitor did so, as part of a query. */
export function hasFollowedHiddenLink(visitor: Visitor | undefined) {
  return visitor === undefined
    ? sql<boolean>`false`
    : sql<boolean>`EXISTS (SELECT FROM scanner_visit WHERE visitor = ${visitor.mark})`;
}
