import type { Kysely } from "kysely";
import { identifiersLikeEach } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { promoterLetterKinds } from "../../promoters/model.ts";
import type { Reach } from "../../promoters/rules.ts";
import type { AskingTables } from "../asking/tables.ts";
import { type Address, addressOf } from "../letters/address.ts";
import type { LetterTables } from "../letters/tables.ts";

export interface Reached extends Reach {
  address: Address | null;
}

/** How people can be reached, by one identifier of each; whatever is known by another of theirs counts as well. */
export async function reachOf(
  db: Kysely<Database>,
  workspaceId: string,
  refs: readonly string[],
): Promise<Map<string, Reached>> {
  const likeEach = await identifiersLikeEach(db, refs);
  const all = [...new Set([...likeEach.values()].flat())];
  if (all.length === 0) return new Map();
  const tables = db.withTables<AskingTables & LetterTables>();
  const [refusals, letters] = await Promise.all([
    tables
      .selectFrom("asking_refusal")
      .select("person_ref")
      .where("workspace_id", "=", workspaceId)
      .where("person_ref", "in", all)
      .execute(),
    tables
      .selectFrom("customer_letter")
      .select(["person_ref", ({ fn }) => fn.max(fn.coalesce("sent_at", "created_at")).as("at")])
      .where("workspace_id", "=", workspaceId)
      .where("person_ref", "in", all)
      .where("kind", "in", promoterLetterKinds)
      // What did not arrive disturbed nobody.
      .where("state", "not in", ["failed", "notSent"])
      .groupBy("person_ref")
      .execute(),
  ]);
  const refused = new Set(refusals.map(({ person_ref }) => person_ref));
  const written = new Map(letters.map(({ person_ref, at }) => [person_ref, at.getTime()]));
  const each = refs.map(async (ref): Promise<[string, Reached]> => {
    const like = likeEach.get(ref) ?? [ref];
    const address = await addressOf(db, workspaceId, ref);
    const times = like.flatMap((one) => written.get(one) ?? []);
    return [
      ref,
      {
        address,
        email: address?.email ?? null,
        hasOptedOut: like.some((one) => refused.has(one)),
        lastWritten: times.length === 0 ? null : Math.max(...times),
      },
    ];
  });
  return new Map(await Promise.all(each));
}
