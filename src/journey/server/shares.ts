import type { Kysely, Selectable } from "kysely";
import { hashPassword } from "#platform/auth.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { hashOfToken, newSecret } from "#platform/secrets.ts";
import { namesOf } from "#workspace/index.ts";
import type { createShare as createShareRoute, ShareLink } from "../api/shares.ts";
import { keptLimits } from "../limits.ts";
import { announce } from "./announce.ts";
import { storable } from "./projection.ts";
import type { TalkTables } from "./talk-tables.ts";

export interface ShareDeps {
  db: Kysely<Database>;
  now: () => Date;
  processId: string;
  publicUrl: string;
}

/** The links of a journey that are not revoked, the newest first. */
export async function listShares(db: Kysely<Database>, journeyId: string): Promise<ShareLink[]> {
  const rows = await db
    .withTables<TalkTables>()
    .selectFrom("journey_share")
    .selectAll()
    .where("journey_id", "=", journeyId)
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  const names = await namesOf(
    db,
    rows.map((row) => row.created_by),
  );
  return rows.map((row) => presentShare(row, names.get(row.created_by) ?? ""));
}

/** Makes a link, which is told this once. @throws AppError `limit_reached`, `invalid_input` for a date that is past */
export async function createShare(
  { db, now, processId, publicUrl }: ShareDeps,
  { journeyId, userId, name }: { journeyId: string; userId: string; name: string },
  wanted: RouteBody<typeof createShareRoute>,
): Promise<{ share: ShareLink; link: string }> {
  const expiresAt = wanted.expiresAt === null ? null : new Date(wanted.expiresAt);
  if (expiresAt !== null && expiresAt <= now()) {
    throw new AppError("invalid_input", "The link would end before it begins.", {
      issues: [{ path: "expiresAt", code: "past", message: "This is in the past." }],
    });
  }
  const token = newSecret();
  const passwordHash = wanted.password === null ? null : await hashPassword(wanted.password);
  const share = await db.transaction().execute(async (transaction) => {
    const others = await listShares(transaction, journeyId);
    if (others.length >= keptLimits.shares) {
      throw new AppError("limit_reached", `A journey has ${keptLimits.shares} links at most.`, {
        remedy: "Revoke some.",
      });
    }
    const row = await transaction
      .withTables<TalkTables>()
      .insertInto("journey_share")
      .values({
        journey_id: journeyId,
        name: storable(wanted.name),
        token_hash: hashOfToken(token),
        password_hash: passwordHash,
        wrong_since: null,
        expires_at: expiresAt,
        revoked_at: null,
        shows_measures: wanted.showsMeasures,
        may_embed: wanted.mayEmbed,
        created_by: userId,
        created_at: now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await announce(transaction, { journeyId, from: processId, changed: "shares" });
    return row;
  });
  return { share: presentShare(share, name), link: `${publicUrl}/share/${token}` };
}

/** Closes a link for good. @throws AppError `not_found` */
export async function revokeShare(
  { db, now, processId }: ShareDeps,
  { journeyId, shareId }: { journeyId: string; shareId: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const revoked = await transaction
      .withTables<TalkTables>()
      .updateTable("journey_share")
      .set({ revoked_at: now() })
      .where("journey_id", "=", journeyId)
      .where("id", "=", shareId)
      .where("revoked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (revoked === undefined) throw new AppError("not_found", "There is no such link.");
    await announce(transaction, { journeyId, from: processId, changed: "shares" });
  });
}

function presentShare(row: Selectable<TalkTables["journey_share"]>, createdBy: string): ShareLink {
  return {
    id: row.id,
    name: row.name,
    hasPassword: row.password_hash !== null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    showsMeasures: row.shows_measures,
    mayEmbed: row.may_embed,
    createdAt: row.created_at.toISOString(),
    createdBy,
  };
}
