import { type Kysely, sql } from "kysely";
import { type JourneyEditor, stepsOfTouchpoint, workspaceOfJourney } from "#journey/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { closeCase as closeCaseRoute, getClosing as getClosingRoute } from "../../api/cases.ts";
import { evidenceOf } from "../../cases/cause-card.ts";
import { cardKinds, type CaseDeed } from "../../cases/model.ts";
import { putCard } from "../../map-card.ts";
import type { VoiceTables } from "../tables.ts";
import { ensureCause, listCauses } from "./causes.ts";
import { lockCase, write } from "./commands.ts";
import type { CaseQueryDeps } from "./queries.ts";
import { leaveSolvedQuestion, type SolvedDeps } from "./solved.ts";
import type { CaseTables } from "./tables.ts";

export interface CloseDeps extends CaseQueryDeps, SolvedDeps {
  editor: JourneyEditor;
}

type Closing = RouteBody<typeof closeCaseRoute>;
type OnMap = NonNullable<Closing["onMap"]>;

/** @throws AppError `not_found` */
export async function getClosing(db: Kysely<Database>, caseId: string): Promise<RouteResponse<typeof getClosingRoute>> {
  const { workspace_id: workspaceId, touchpoint_id: touchpointId } = await seenCase(db, caseId);
  const places = touchpointId === null ? [] : await stepsOfTouchpoint(db, workspaceId, touchpointId);
  const cards = await db
    .withTables<CaseTables>()
    .selectFrom("case_card as m")
    .innerJoin("case_cause as k", "k.id", "m.cause_id")
    .leftJoin("customer_case as c", (join) => join.onRef("c.card_id", "=", "m.id").on("c.state", "=", "closed"))
    .select(["m.cause_id as causeId", "m.journey_id as journeyId", "m.step_id as stepId", "m.kind"])
    .select(({ fn }) => fn.count<number>("c.id").as("cases"))
    .where("k.workspace_id", "=", workspaceId)
    .groupBy("m.id")
    .execute();
  return {
    causes: (await listCauses(db, workspaceId)).filter(({ isArchived }) => !isArchived),
    places: places.map(({ laneKinds, ...place }) => ({
      ...place,
      kinds: cardKinds.filter((kind) => laneKinds.includes(kind)),
    })),
    cards,
  };
}

/**
 * Closes a case with its root cause, which on a map becomes a card or lets the one grow that tells it there: both happen, or
 * neither.
 * @throws AppError `not_found`; `conflict` when it was changed since that version, is closed, or the map does not take the
 *   card; `invalid_input` for a map of another workspace
 */
export async function closeCase(
  deps: CloseDeps,
  caseId: string,
  userId: string | null,
  { version, cause, action, onMap }: Closing,
): Promise<void> {
  const { db, now } = deps;
  const seen = await seenCase(db, caseId);
  if (seen.version !== version || seen.state === "closed") throw changedMeanwhile();
  const causeId = await ensureCause(db, seen.workspace_id, cause);
  /** Says whether it was still as it was seen. */
  const close = async (transaction: Kysely<Database>, card: { id: string | null; deeds: CaseDeed[] }) => {
    const before = await lockCase(transaction, caseId);
    if (before.version !== version) return false;
    const set = {
      state: "closed",
      cause_id: causeId,
      action,
      card_id: card.id,
      waiting_since: null,
      resolved_at: before.resolved_at ?? now(),
      closed_at: now(),
    } as const;
    const asked = await leaveSolvedQuestion(transaction, deps, before);
    await write(transaction, caseId, userId, set, [{ kind: "closed", cause, action }, ...card.deeds, ...asked]);
    return true;
  };
  const isClosed =
    onMap === null
      ? await db.transaction().execute((transaction) => close(transaction, { id: null, deeds: [] }))
      : await closeOnMap(deps, { ...seen, caseId, causeId, cause, userId }, onMap, close);
  if (!isClosed) throw changedMeanwhile();
}

interface Caused {
  caseId: string;
  workspace_id: string;
  causeId: string;
  cause: string;
  userId: string | null;
}

async function closeOnMap(
  { db, editor, newId }: CloseDeps,
  { caseId, workspace_id: workspaceId, causeId, cause, userId }: Caused,
  { journeyId, stepId, kind }: OnMap,
  close: (transaction: Kysely<Database>, card: { id: string; deeds: CaseDeed[] }) => Promise<boolean>,
): Promise<boolean> {
  if ((await workspaceOfJourney(db, journeyId)) !== workspaceId) {
    const message = "There is no such map.";
    throw new AppError("invalid_input", message, { issues: [{ path: "onMap.journeyId", code: "not_found", message }] });
  }
  const known = await cardOf(db, { causeId, journeyId, stepId, kind });
  const cardId = known?.card_id ?? newId();
  const { locale } = await getWorkspace(db, workspaceId);
  const { cases, comments } = await casesBehind(db, known?.id ?? null, caseId);
  const evidence = evidenceOf(cases, comments, locale);
  const card = { cardId, stepId, kind, text: cause, before: known?.evidence ?? "", evidence };
  let isClosed = false;
  await editor.edit(
    journeyId,
    userId,
    (doc) => putCard(doc, card),
    async (transaction) => {
      const { id } = await transaction
        .withTables<CaseTables>()
        .insertInto("case_card")
        .values({ cause_id: causeId, journey_id: journeyId, step_id: stepId, kind, card_id: cardId, evidence })
        .onConflict((conflict) =>
          conflict.columns(["cause_id", "journey_id", "step_id", "kind"]).doUpdateSet({ card_id: cardId, evidence }),
        )
        .returning("id")
        .executeTakeFirstOrThrow();
      const deeds: CaseDeed[] = [{ kind: "mapped", journeyId, stepId, cardId, as: kind }];
      isClosed = await close(transaction, { id, deeds });
    },
  );
  return isClosed;
}

/** How many closed cases a card stands for once this one is among them, and their comments, the latest first. */
async function casesBehind(
  db: Kysely<Database>,
  card: string | null,
  caseId: string,
): Promise<{ cases: number; comments: string[] }> {
  const rows = await db
    .withTables<CaseTables & VoiceTables>()
    .selectFrom("customer_case as c")
    .leftJoin("response as r", "r.id", "c.response_id")
    .select("r.comment")
    .where((c) => c.or([c("c.id", "=", caseId), c.and([c("c.card_id", "=", card), c("c.state", "=", "closed")])]))
    .orderBy(sql`c.id = ${caseId}`, "desc")
    .orderBy("c.closed_at", "desc")
    .execute();
  return { cases: rows.length, comments: rows.map(({ comment }) => comment ?? "") };
}

async function cardOf(db: Kysely<Database>, { causeId, journeyId, stepId, kind }: OnMap & { causeId: string }) {
  return db
    .withTables<CaseTables>()
    .selectFrom("case_card")
    .select(["id", "card_id", "evidence"])
    .where("cause_id", "=", causeId)
    .where("journey_id", "=", journeyId)
    .where("step_id", "=", stepId)
    .where("kind", "=", kind)
    .executeTakeFirst();
}

async function seenCase(db: Kysely<Database>, caseId: string) {
  const found = await db
    .withTables<CaseTables>()
    .selectFrom("customer_case")
    .select(["workspace_id", "touchpoint_id", "version", "state"])
    .where("id", "=", caseId)
    .executeTakeFirst();
  if (found === undefined) throw new AppError("not_found", "There is no such case.");
  return found;
}

function changedMeanwhile(): AppError {
  return new AppError("conflict", "Somebody has changed this case meanwhile.", { remedy: "Look at it again." });
}
