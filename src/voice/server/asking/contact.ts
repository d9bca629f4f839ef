import type { Kysely } from "kysely";
import { acceptEvents, identify } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { tellContact as tellRoute } from "../../api/asking.ts";
import { AskingRules } from "../../asking/model.ts";
import type { VoiceTables } from "../tables.ts";
import { addInvitations, channelOf, identifierOf, type InviteDeps } from "./invite.ts";
import { takeOccasions } from "./occasions.ts";

export interface ContactDeps extends InviteDeps {
  /** Says that an event was accepted. */
  onAccepted: () => void;
}

const hour = 3_600_000;

/**
 * Keeps that somebody was at a touchpoint, and invites them to the open surveys there that ask by themselves, after their delay.
 * @throws AppError `invalid_input` for a touchpoint that is not there
 */
export async function tellContact(
  deps: ContactDeps,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  { id, touchpoint, at, person }: RouteBody<typeof tellRoute>,
): Promise<RouteResponse<typeof tellRoute>> {
  const now = deps.now();
  const met = Math.min(now.getTime(), at === undefined ? now.getTime() : Date.parse(at));
  const invited = await deps.db.transaction().execute(async (transaction) => {
    await refuseUnknown(transaction, workspaceId, touchpoint);
    await acceptEvents(transaction, [
      {
        id,
        workspaceId,
        kind: "contact",
        touchpoint,
        at: met,
        identifiers: await identify(transaction, workspaceId, [identifierOf(person)]),
        metric: "",
        score: 0,
        comment: "",
        properties: person.properties ?? {},
      },
    ]);
    let made = 0;
    if (deps.senders[channelOf(person)] === null) return made;
    for (const survey of await openSurveysAt(transaction, workspaceId, touchpoint)) {
      const { afterHours } = AskingRules.parse(survey.asking);
      if (afterHours === null) continue;
      const isNews = (await takeOccasions(transaction, { surveyId: survey.id, eventIds: [id], now })).has(id);
      if (!isNews) continue;
      const wanted = [{ recipient: person, dueAt: new Date(met + afterHours * hour) }];
      made += (await addInvitations(transaction, { survey, wanted, now, userId })).size;
    }
    return made;
  });
  deps.onAccepted();
  if (invited > 0) deps.onInvited();
  return { invited };
}

function openSurveysAt(db: Kysely<Database>, workspaceId: string, touchpoint: string) {
  return db
    .withTables<VoiceTables>()
    .selectFrom("survey")
    .select(["id", "workspace_id", "asking"])
    .where("workspace_id", "=", workspaceId)
    .where("touchpoint_key", "=", touchpoint)
    .where("state", "=", "open")
    .execute();
}

/** @throws AppError `invalid_input` for a touchpoint that is not there */
export async function refuseUnknown(db: Kysely<Database>, workspaceId: string, touchpoint: string): Promise<void> {
  const { touchpoints } = await getLibrary(db, workspaceId);
  if (touchpoints.some(({ key }) => key === touchpoint)) return;
  const message = "There is no such touchpoint.";
  throw new AppError("invalid_input", message, { issues: [{ path: "touchpoint", code: "not_found", message }] });
}
