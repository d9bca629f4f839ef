import type { Kysely, Updateable } from "kysely";
import * as Y from "yjs";
import type { z } from "zod";
import type { Principal } from "#platform/http/handler.ts";
import { type Database, inTransaction } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { freeKey, keyFrom } from "#touchpoint/rules.ts";
import { roleIn } from "#workspace/index.ts";
import { may } from "#workspace/rules.ts";
import type { updateJourney as updateJourneyRoute } from "../api.ts";
import { applyDocument, createDocument } from "../apply.ts";
import { collectionOf, readDocument } from "../document.ts";
import * as edit from "../edit.ts";
import {
  Card,
  type Journey,
  type DocumentDraft,
  type JourneyKind,
  type JourneyState,
  type JourneySummary,
} from "../model.ts";
import { newJourneyDraft } from "../template.ts";
import { announce } from "./announce.ts";
import { refusalAsError, type JourneyEditor } from "./editor.ts";
import { storable, writeProjection } from "./projection.ts";
import { existingJourney, findJourney, getSummary } from "./queries.ts";
import { checkRelations } from "./relations.ts";
import type { JourneyTables } from "./tables.ts";
import { signGrant } from "./token.ts";

export interface JourneyDeps {
  db: Kysely<Database>;
  newId: () => string;
  editor: JourneyEditor;
}

export interface NewJourney {
  name: string;
  key?: string | undefined;
  kind?: JourneyKind;
  state?: JourneyState;
  /** Its name gives way to the journey's; without a document the journey gets the usual lanes of its kind. */
  document?: DocumentDraft | undefined;
  tags?: string[];
  /** The journey and the step of it that this one tells in detail. */
  parentId?: string | undefined;
  parentStepId?: string | undefined;
  /** Of a target journey: the lived one that it answers. */
  livedId?: string | undefined;
}

/** @throws AppError `conflict` when the key given is taken; `invalid_input` when the document passes a limit. */
export async function createJourney(
  deps: Pick<JourneyDeps, "db" | "newId">,
  workspaceId: string,
  wanted: NewJourney,
): Promise<Journey> {
  const id = await inTransaction(deps.db, (transaction) =>
    insertJourney({ ...deps, db: transaction }, workspaceId, wanted),
  );
  return existingJourney(deps.db, id);
}

/** Makes a journey in a transaction. @returns its id @throws as `createJourney` */
export async function insertJourney(
  { db: transaction, newId }: Pick<JourneyDeps, "db" | "newId">,
  workspaceId: string,
  wanted: NewJourney,
): Promise<string> {
  const { name, key, kind = "journey", state = "lived", document } = wanted;
  const { tags = [], parentId = null, parentStepId = null, livedId = null } = wanted;
  const content = document === undefined ? newJourneyDraft(name, kind, newId) : { ...document, name };
  const doc = refusalAsError(() => createDocument(content));
  const tables = transaction.withTables<JourneyTables>();
  for (;;) {
    const inserted = await tables
      .insertInto("journey")
      .values({
        workspace_id: workspaceId,
        key: await claimKey(tables, workspaceId, name, key),
        name: storable(name),
        kind,
        state,
        snapshot: Buffer.from(Y.encodeStateAsUpdate(doc)),
        tags,
        parent_id: parentId,
        parent_step_id: parentStepId,
        lived_id: livedId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    // Somebody else took the key since it was found free.
    if (inserted === undefined) continue;
    await writeProjection(tables, inserted.id, null, readDocument(doc));
    return inserted.id;
  }
}

/** The journey with that key, made when there is none; when there is, it gets what it lacks of the document. */
export async function ensureJourney(
  deps: JourneyDeps,
  workspaceId: string,
  wanted: { key: string; name: string; document: DocumentDraft; kind?: JourneyKind; state?: JourneyState },
): Promise<Journey> {
  const found = await findJourney(deps.db, wanted.key, workspaceId);
  if (found === null) return createJourney(deps, workspaceId, wanted);
  await deps.editor.edit(found.id, null, (doc) => applyDocument(doc, wanted.document));
  return existingJourney(deps.db, found.id);
}

/**
 * Renames a journey, or changes what is said of it beside its document.
 * @throws AppError `not_found`; as `checkRelations`
 */
export async function updateJourney(
  { db, editor }: JourneyDeps,
  id: string,
  userId: string | null,
  { name, ...change }: RouteBody<typeof updateJourneyRoute>,
): Promise<JourneySummary> {
  const { workspaceId } = await getSummary(db, id);
  await inTransaction(db, async (transaction) => {
    await checkRelations(transaction, workspaceId, id, change);
    const set = rowOf(change);
    if (Object.keys(set).length > 0)
      await transaction.withTables<JourneyTables>().updateTable("journey").set(set).where("id", "=", id).execute();
  });
  if (name !== undefined) await editor.edit(id, userId, (doc) => edit.renameJourney(doc, name));
  return getSummary(db, id);
}

function rowOf(change: Omit<RouteBody<typeof updateJourneyRoute>, "name">): Updateable<JourneyTables["journey"]> {
  const { kind, state, ownerId, reviewedAt, reviewMonths, tags, parentId, parentStepId, livedId } = change;
  return {
    ...(kind !== undefined && { kind }),
    ...(state !== undefined && { state }),
    ...(ownerId !== undefined && { owner_id: ownerId }),
    ...(reviewedAt !== undefined && { reviewed_at: reviewedAt === null ? null : new Date(reviewedAt) }),
    ...(reviewMonths !== undefined && { review_months: reviewMonths }),
    ...(tags !== undefined && { tags }),
    ...(parentId !== undefined && { parent_id: parentId }),
    ...(parentStepId !== undefined && { parent_step_id: parentStepId }),
    ...(livedId !== undefined && { lived_id: livedId }),
  };
}

/** Deletes a journey for good, also where it is open. */
export async function deleteJourney(
  { db, processId }: { db: Kysely<Database>; processId: string },
  id: string,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.withTables<JourneyTables>().deleteFrom("journey").where("id", "=", id).execute();
    await announce(transaction, { journeyId: id, from: processId, gone: true });
  });
}

/** @throws AppError `not_found` when the step or the lane is not there; `invalid_input` in a lane without cards. */
export async function addCard(
  { editor, newId }: Pick<JourneyDeps, "editor" | "newId">,
  journeyId: string,
  userId: string | null,
  { id = newId(), ...content }: Omit<z.input<typeof Card>, "id"> & { id?: string | undefined },
): Promise<Card> {
  const card = Card.parse({ ...content, id });
  await editor.edit(journeyId, userId, (doc) => {
    if (!collectionOf(doc, "cards").has(id)) edit.addCard(doc, card);
  });
  return card;
}

/** A token for the live socket; who may not edit gets one to read with. */
export async function openLive(
  { db, secret, now }: { db: Kysely<Database>; secret: string; now: () => Date },
  journeyId: string,
  workspaceId: string,
  { userId, name }: Principal,
): Promise<{ token: string; readOnly: boolean; expiresAt: string }> {
  const role = await roleIn(db, userId, workspaceId);
  const readOnly = role === null || !may(role, "journey:edit");
  const { token, expiresAt } = signGrant({ journeyId, userId, name, readOnly }, secret, now());
  return { token, readOnly, expiresAt: expiresAt.toISOString() };
}

async function claimKey(
  tables: Kysely<JourneyTables>,
  workspaceId: string,
  name: string,
  key: string | undefined,
): Promise<string> {
  const rows = await tables.selectFrom("journey").select("key").where("workspace_id", "=", workspaceId).execute();
  const taken = new Set(rows.map((row) => row.key));
  if (key === undefined) return freeKey(keyFrom(name, "journey"), (candidate) => taken.has(candidate));
  if (taken.has(key)) throw new AppError("conflict", `The key «${key}» is taken.`, { remedy: "Choose another key." });
  return key;
}
