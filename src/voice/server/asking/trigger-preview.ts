import { type Kysely, sql } from "kysely";
import type { Reach } from "#activity/index.ts";
import { zone } from "#activity/rules/time-zone.ts";
import type { Database } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { AskingPolicy, AskingTrigger, Refusal } from "../../asking/model.ts";
import type { Contact } from "../../asking/rules.ts";
import { type AskingPreview, foresee, previewDays } from "../../asking/triggers.ts";
import { countAnswers } from "./asker.ts";
import { drawFor, recipientsOf } from "./left-out.ts";
import { getPolicy, getRules } from "./settings.ts";
import type { AskingTables } from "./tables.ts";
import { beforeAll, leftBecause, type TriggerDeps } from "./take-up.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** Contacts or people of one preview. People come in the order of their ids, which is none: they are a fair share of all. */
const most = 2_000;

/** Whom a trigger would have asked in the last days about contacts there, or would ask now of everybody. Nothing is kept of it. */
export async function previewTrigger(
  deps: TriggerDeps,
  { surveyId, workspaceId }: { surveyId: string; workspaceId: string },
  trigger: AskingTrigger,
): Promise<AskingPreview> {
  const { db, customers } = deps;
  const now = deps.now().getTime();
  const occasions = await occasionsOf(deps, workspaceId, trigger, now);
  const people = [...new Set(occasions.map(({ person }) => person))];
  const reach = await customers.reach({ workspaceId, people, kind: trigger.channel });
  const policy = await getPolicy(db, workspaceId);
  const recipients = await recipientsOf(db, { workspaceId, channel: trigger.channel, people: [...reach.values()] });
  const known = await knownOf(db, { workspaceId, people: reach, policy, since: now - previewDays * day });
  const foreseen = occasions.flatMap(({ id, person, at }) => {
    const reached = reach.get(person);
    if (reached === undefined) return [];
    const isDrawn = drawFor(surveyId, id) < trigger.share;
    const left = leftBecause({ isOpen: true, isDrawn, recipient: recipients.get(reached) });
    return [{ person, at, left, draw: drawFor(id, surveyId), ...known(reached) }];
  });
  const { timeZone } = await getWorkspace(db, workspaceId);
  const scope = {
    policy,
    rules: await getRules(db, surveyId),
    zone: zone(timeZone),
    answers: await countAnswers(db, surveyId),
  };
  const outcomes = foresee(foreseen, scope);
  const counts = Map.groupBy(outcomes, (outcome) => outcome);
  return {
    seen: outcomes.length,
    isAll: occasions.length < most,
    asked: counts.get("asked")?.length ?? 0,
    left: [...counts]
      .filter((entry): entry is [Refusal, Refusal[]] => entry[0] !== "asked")
      .map(([reason, { length: count }]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count),
    people: trigger.when.kind === "everyone" ? await customers.count(workspaceId) : null,
  };
}

/** What a trigger would look at: who it was, and when it would ask. */
async function occasionsOf(
  { customers }: TriggerDeps,
  workspaceId: string,
  { when }: AskingTrigger,
  now: number,
): Promise<{ id: string; person: string; at: number }[]> {
  if (when.kind === "everyone") {
    const people = await customers.after(workspaceId, { after: beforeAll, most });
    return people.map((person) => ({ id: person, person, at: now }));
  }
  const scope = { workspaceId, touchpoint: when.touchpoint, news: null, after: null, most };
  const contacts = await customers.contacts({ ...scope, from: now - previewDays * day, until: now });
  return contacts.map(({ id, person, at }) => ({ id, person, at: at + when.afterHours * hour }));
}

interface Known {
  workspaceId: string;
  people: ReadonlyMap<string, Reach>;
  policy: AskingPolicy;
  since: number;
}

/** What the ledger knows of these people. */
async function knownOf(db: Kysely<Database>, { workspaceId, people, policy, since }: Known) {
  const tables = db.withTables<AskingTables>();
  const refs = [...people.values()].flatMap((person) => person.refs);
  const among = sql<string>`any(${refs}::uuid[])`;
  const refused = await tables
    .selectFrom("asking_refusal")
    .select("person_ref")
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "=", among)
    .execute();
  const asked = await tables
    .selectFrom("asking_decision")
    .select(["person_ref", "decided_at", "priority", "is_reminder as isReminder"])
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "=", among)
    .where("outcome", "=", "asked")
    .where("failure", "is", null)
    .where("decided_at", ">", new Date(since - policy.quarantineDays * day))
    .execute();
  const optedOut = new Set(refused.map(({ person_ref }) => person_ref));
  const contacts = Map.groupBy(
    asked.map(({ person_ref, decided_at, ...rest }) => ({ ref: person_ref, at: decided_at.getTime(), ...rest })),
    ({ ref }) => ref,
  );
  return ({ refs: own }: Reach): { hasOptedOut: boolean; contacts: Contact[] } => ({
    hasOptedOut: own.some((ref) => optedOut.has(ref)),
    contacts: own.flatMap((ref) => contacts.get(ref) ?? []),
  });
}
