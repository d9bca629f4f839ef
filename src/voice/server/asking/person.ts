import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { erasePerson as eraseActivity, identifiersLike, identify, tellPerson } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { namesOf } from "#workspace/index.ts";
import type { exportPerson as exportRoute, listPersonActs } from "../../api/asking.ts";
import type { PersonCounts, personActs } from "../../asking/model.ts";
import type { CaseTables } from "../cases/tables.ts";
import { forgetComments } from "../comments/forgetting.ts";
import type { EndingDeps } from "../interviews/ending.ts";
import { eraseInterviews, tellInterviews } from "../interviews/person.ts";
import type { LetterTables } from "../letters/tables.ts";
import { rolesOf } from "../promoters/person.ts";
import type { VoiceTables } from "../tables.ts";
import { explain } from "./queries.ts";
import type { AskingTables } from "./tables.ts";

export interface PersonDeps extends EndingDeps {
  clickhouse: ClickHouseClient;
}

/** Who did it, where, and about whom. */
interface Deed {
  workspaceId: string;
  userId: string | null;
  person: RouteQuery<typeof exportRoute>;
}

/**
 * All that is known of a person by any of their identifiers, as JSON.
 * @throws AppError `not_found` when there is nothing
 */
export async function exportPerson(deps: PersonDeps, deed: Deed): Promise<string> {
  const { db } = deps;
  const { workspaceId, person } = deed;
  const refs = await refsOf(db, deed);
  const [{ identifiers, events }, answers, invitations, cases, letters, roles, interviews, asking] = await Promise.all([
    tellPerson(deps, { workspaceId, refs }),
    answersOf(db, workspaceId, refs).selectAll().orderBy("answered_at").execute(),
    invitationsOf(db, workspaceId, refs).selectAll().orderBy("created_at").execute(),
    casesOf(db, workspaceId, refs).selectAll().orderBy("opened_at").execute(),
    lettersTo(db, workspaceId, refs).selectAll().orderBy("created_at").execute(),
    rolesOf(db, { workspaceId, refs }),
    tellInterviews(db, { workspaceId, refs }),
    explain(db, workspaceId, person),
  ]);
  const counts = {
    answers: answers.length,
    events: events.length,
    invitations: invitations.length,
    cases: cases.length,
    letters: letters.length,
    interviews: interviews.length,
  };
  if (isNothing(counts) && identifiers.length === 0 && asking.refusedAt === null) throw nothingKnown();
  await keepAct(deps, deed, "exported", refs[0] ?? "", counts);
  return JSON.stringify(
    { person, identifiers, answers, events, invitations, asking, cases, letters, roles, interviews },
    null,
    2,
  );
}

/**
 * Erases it: answers with what was read out of them and learnt from them, events, invitations, the ledger, cases, what they
 * said in interviews. Interrupted and done again, it ends the same.
 * @throws AppError `not_found` when there is nothing
 */
export async function erasePerson(deps: PersonDeps, deed: Deed): Promise<PersonCounts> {
  const { db } = deps;
  const { workspaceId } = deed;
  const refs = await refsOf(db, deed);
  const counts = await db.transaction().execute(async (transaction) => {
    const responses = answersOf(transaction, workspaceId, refs).select("id");
    const tables = transaction.withTables<VoiceTables & CaseTables>();
    const cases = await tables
      .deleteFrom("customer_case")
      .where((eb) =>
        eb.or([
          eb("id", "in", casesOf(transaction, workspaceId, refs).select("id")),
          eb("response_id", "in", responses),
        ]),
      )
      .executeTakeFirst();
    const answers = await tables.deleteFrom("response").where("id", "in", responses).executeTakeFirst();
    // With what they said to them, and whatever role they took.
    const letters = await transaction
      .withTables<LetterTables>()
      .deleteFrom("customer_letter")
      .where("id", "in", lettersTo(transaction, workspaceId, refs).select("id"))
      .executeTakeFirst();
    await transaction
      .withTables<AskingTables>()
      .deleteFrom("asking_decision")
      .where("workspace_id", "=", workspaceId)
      .where("person_ref", "in", refs)
      .execute();
    const invitations = await transaction
      .withTables<AskingTables>()
      .deleteFrom("survey_invitation")
      .where("id", "in", invitationsOf(transaction, workspaceId, refs).select("id"))
      .executeTakeFirst();
    return {
      answers: Number(answers.numDeletedRows),
      invitations: Number(invitations.numDeletedRows),
      cases: Number(cases.numDeletedRows),
      letters: Number(letters.numDeletedRows),
    };
  });
  const interviews = await eraseInterviews(deps, { workspaceId, refs });
  const all = { ...counts, interviews, ...(await eraseActivity(deps, { workspaceId, refs })) };
  if (isNothing(all)) throw nothingKnown();
  await forgetComments(db, workspaceId);
  await keepAct(deps, deed, "erased", refs[0] ?? "", all);
  return all;
}

/** Who exported or erased what, the latest first. */
export async function personActsOf(
  db: Kysely<Database>,
  workspaceId: string,
): Promise<RouteResponse<typeof listPersonActs>> {
  const rows = await db
    .withTables<AskingTables>()
    .selectFrom("person_act")
    .select(["id", "act", "counts", "user_id", "done_at"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(200)
    .execute();
  const names = await namesOf(
    db,
    rows.flatMap(({ user_id }) => user_id ?? []),
  );
  return rows.map(({ id, act, counts, user_id, done_at }) => ({
    id,
    act,
    counts,
    by: names.get(user_id ?? "") ?? null,
    at: done_at.toISOString(),
  }));
}

async function refsOf(db: Kysely<Database>, { workspaceId, person }: Deed): Promise<string[]> {
  const [own] = await identify(db, workspaceId, [person]);
  if (own === undefined) throw nothingKnown();
  return identifiersLike(db, own.ref);
}

function answersOf(db: Kysely<Database>, workspaceId: string, refs: readonly string[]) {
  return db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .where("workspace_id", "=", workspaceId)
    .where(sql<boolean>`person ->> 'ref' = any(${refs}::text[])`);
}

function casesOf(db: Kysely<Database>, workspaceId: string, refs: readonly string[]) {
  return db
    .withTables<CaseTables>()
    .selectFrom("customer_case")
    .where("workspace_id", "=", workspaceId)
    .where(sql<boolean>`person ->> 'ref' = any(${refs}::text[])`);
}

function invitationsOf(db: Kysely<Database>, workspaceId: string, refs: readonly string[]) {
  return db
    .withTables<AskingTables>()
    .selectFrom("survey_invitation")
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "in", refs);
}

function lettersTo(db: Kysely<Database>, workspaceId: string, refs: readonly string[]) {
  return db
    .withTables<LetterTables>()
    .selectFrom("customer_letter")
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "in", refs);
}

function isNothing(counts: PersonCounts): boolean {
  return Object.values(counts).every((count) => count === 0);
}

function nothingKnown(): AppError {
  return new AppError("not_found", "Nothing is known of this person.", {
    remedy: "Try another of their identifiers.",
  });
}

async function keepAct(
  { db, now }: PersonDeps,
  { workspaceId, userId }: Deed,
  act: (typeof personActs)[number],
  personRef: string,
  counts: PersonCounts,
): Promise<void> {
  await db
    .withTables<AskingTables>()
    .insertInto("person_act")
    .values({
      workspace_id: workspaceId,
      act,
      person_ref: personRef,
      counts: JSON.stringify(counts),
      user_id: userId,
      done_at: now(),
    })
    .execute();
}
