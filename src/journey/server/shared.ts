import type { Kysely, Selectable } from "kysely";
import type { JourneyMeasures } from "#insight/model.ts";
import { listPersonas } from "#persona/index.ts";
import { verifyPassword } from "#platform/auth.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { hashOfToken } from "#platform/secrets.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { SharedJourney } from "../api/shares.ts";
import { sharedDocument, sharedMeasures } from "../shared.ts";
import { readPictures } from "./draw.ts";
import { getJourney } from "./queries.ts";
import type { TalkTables } from "./talk-tables.ts";

export interface SharedDeps {
  db: Kysely<Database>;
  now: () => Date;
  /** The measures of a journey over all its data. */
  measure: (journeyId: string) => Promise<JourneyMeasures>;
}

type Share = Selectable<TalkTables["journey_share"]>;

/** Wrong passwords that a link takes in a while, from wherever they come. */
const guesses = { most: 20, every: 15 * 60_000 } as const;

/**
 * What a link shows to whoever has it.
 * @throws AppError `not_found`; `gone` (`expired`, `revoked`); `not_allowed` (`password`, `wrongPassword`);
 *   `too_many_requests`
 */
export async function openShared(deps: SharedDeps, token: string, password: string | null): Promise<SharedJourney> {
  const share = await findShare(deps.db, token);
  if (share === null) throw new AppError("not_found", "There is nothing behind this link.");
  refuseClosed(share, deps.now());
  if (share.password_hash !== null) await checkPassword(deps, share, share.password_hash, password);
  return present(deps, share);
}

/** Whether other sites may frame the page of a link; never one that shows nothing. */
export async function mayEmbed({ db, now }: SharedDeps, token: string): Promise<boolean> {
  const share = await findShare(db, token);
  return share?.may_embed === true && share.revoked_at === null && !isExpired(share, now());
}

async function findShare(db: Kysely<Database>, token: string): Promise<Share | null> {
  const found = await db
    .withTables<TalkTables>()
    .selectFrom("journey_share")
    .selectAll()
    .where("token_hash", "=", hashOfToken(token))
    .executeTakeFirst();
  return found ?? null;
}

function isExpired({ expires_at: expiresAt }: Share, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

function refuseClosed(share: Share, now: Date): void {
  const code = share.revoked_at !== null ? "revoked" : isExpired(share, now) ? "expired" : null;
  if (code === null) return;
  throw new AppError("gone", "This link shows nothing any more.", {
    remedy: "Ask whoever sent it for a new one.",
    issues: [{ path: "token", code, message: `The link is ${code}.` }],
  });
}

/** Counts the guess before it looks at it, so that many at once count too; the right one starts the count anew. */
async function checkPassword(
  { db, now }: SharedDeps,
  share: Share,
  hash: string,
  password: string | null,
): Promise<void> {
  if (password === null) throw refusal("password", "This link asks for a password.");
  const tables = db.withTables<TalkTables>();
  const since = new Date(now().getTime() - guesses.every);
  const { wrong_tries: tries } = await tables
    .updateTable("journey_share")
    .set((eb) => ({
      wrong_tries: eb
        .case()
        .when("wrong_since", ">", since)
        .then(eb("wrong_tries", "+", 1))
        .else(1)
        .end(),
      wrong_since: eb.case().when("wrong_since", ">", since).then(eb.ref("wrong_since")).else(now()).end(),
    }))
    .where("id", "=", share.id)
    .returning("wrong_tries")
    .executeTakeFirstOrThrow();
  if (tries > guesses.most) {
    throw new AppError("too_many_requests", "Too many wrong passwords.", { remedy: "Wait a quarter of an hour." });
  }
  if (!(await verifyPassword({ hash, password }))) throw refusal("wrongPassword", "The password is wrong.");
  await tables
    .updateTable("journey_share")
    .set({ wrong_tries: 0, wrong_since: null })
    .where("id", "=", share.id)
    .execute();
}

function refusal(code: "password" | "wrongPassword", message: string): AppError {
  return new AppError("not_allowed", message, {
    remedy: "Ask whoever sent the link for its password.",
    issues: [{ path: "password", code, message }],
  });
}

/** The map and the names on it, and nothing else of the workspace. */
async function present({ db, measure }: SharedDeps, share: Share): Promise<SharedJourney> {
  const journey = await getJourney(db, share.journey_id);
  if (journey === null) throw new AppError("not_found", "There is nothing behind this link.");
  const document = sharedDocument(journey.document);
  const placed = new Set(document.placements.map(({ touchpointId }) => touchpointId));
  const told = new Set(document.personas.map(({ id }) => id));
  const { workspaceId } = journey;
  const [{ touchpoints, channels }, personas, pictures] = await Promise.all([
    getLibrary(db, workspaceId),
    listPersonas(db, workspaceId),
    readPictures(db, { workspaceId, document }),
  ]);
  return {
    kind: journey.kind,
    state: journey.state,
    updatedAt: journey.updatedAt,
    document,
    touchpoints: touchpoints
      .filter(({ id }) => placed.has(id))
      .map(({ id, name, channelId }) => ({
        id,
        name,
        channel: channels.find((channel) => channel.id === channelId) ?? null,
      })),
    personas: personas.filter(({ id }) => told.has(id)).map(({ id, name }) => ({ id, name })),
    images: [...pictures].map(([id, picture]) => ({ id, ...picture })),
    measures: share.shows_measures ? sharedMeasures(await measure(journey.id), document) : null,
  };
}
