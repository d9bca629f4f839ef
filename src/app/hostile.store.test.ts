import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Route } from "#platform/http/route.ts";
import { createLog } from "#platform/log.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { fromSchema, type KnownIds } from "#testing/from-schema.ts";
import { urlOf } from "#ui/call.ts";
import { makeSurvey, makeTouchpoint } from "#voice/server/voice.testing.ts";
import { loadDemo } from "../../tools/demo/load.ts";
import { activityDeps } from "./activity-deps.ts";
import { contracts } from "./contracts.ts";
import { assemble } from "./product.ts";

const seed = 2_026;
const callsPerRoute = 6;
/** Which a path or a body names by such a field; all others are found by a made-up id only. */
const tables = {
  id: "touchpoint",
  touchpointId: "touchpoint",
  channelId: "channel",
  teamId: "team",
  personaId: "persona",
  journeyId: "journey",
  stepId: "journey_step",
  laneId: "journey_lane",
  cardId: "journey_card",
  versionId: "journey_version",
  shareId: "journey_share",
  threadId: "journey_comment",
  commentId: "journey_comment",
  templateId: "journey_template",
  imageId: "journey_image",
  importId: "import",
  surveyId: "survey",
  triggerId: "asking_trigger",
  caseId: "customer_case",
  causeId: "case_cause",
  ruleId: "alert_rule",
  alertId: "alert",
  webhookId: "webhook",
  deliveryId: "alert_delivery",
  guideId: "interview_guide",
  interviewId: "interview",
  recordingId: "interview_recording",
  highlightId: "interview_highlight",
  reviewId: "review",
} as const;

/** What the server did not expect, as its log tells it. */
const unexpected: string[] = [];
let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  const log = createLog({ level: "error", now: () => new Date(), write: (line) => unexpected.push(line) });
  app = await testApp({ log });
  const product = await assemble(app.deps);
  const { editor } = product;
  const activity = activityDeps({ ...app.deps, dataDir: app.deps.config.dataDir, editor });
  const demo = await loadDemo({ ...activity, editor, log }, { locale: "fr", today: "2026-11-20" });
  await product.close();
  workspaceId = demo.workspaceId;
  await app.stores.pool.query(
    `INSERT INTO member (workspace_id, user_id, role) SELECT $1, id, 'owner' FROM "user" ON CONFLICT DO NOTHING`,
    [workspaceId],
  );
  const door = app.as("owner");
  const { id } = await makeTouchpoint(door, workspaceId);
  await makeSurvey(door, { workspaceId, touchpointId: id });
  await makeSurvey(door, { workspaceId, touchpointId: id });
}, 120_000);
afterAll(() => app.close());

/** Makes before it changes, and deletes last; what is made rests on what was made before. */
const methods = ["POST", "PUT", "PATCH", "GET", "DELETE"] as const;
const inOrder = contracts
  .filter(({ multipart, path }) => multipart !== true && !path.endsWith("/sign-out"))
  .toSorted((a, b) => methods.indexOf(a.method) - methods.indexOf(b.method));
const makers = inOrder.filter(({ method }) => method === "POST");

test("[P74] whatever is sent to any route, it answers, and the server is never surprised", async () => {
  const surprises: string[] = [];
  const statuses = new Map<number, number>();
  for (const [turn, contract] of [...makers, ...inOrder].entries()) {
    const known = await knownIds();
    for (const call of fc.sample(callsOf(contract, known), { seed: seed + turn, numRuns: callsPerRoute })) {
      const status = await send(contract, call);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) surprises.push(`${status} ${contract.method} ${contract.path} ${JSON.stringify(call)}`);
    }
  }
  expect(surprises).toEqual([]);
  expect(unexpected).toEqual([]);
  // Most are refused; were all of them, nothing behind the door would have been tried.
  expect(statuses.get(200)).toBeGreaterThan(500);
}, 300_000);

async function knownIds(): Promise<KnownIds> {
  const lists = Object.entries(tables).map(
    ([field, table]) => `(SELECT '${field}' AS field, id::text FROM ${table} LIMIT 9)`,
  );
  const keys = ["(SELECT 'token', token FROM survey)", "(SELECT 'touchpointKey', key FROM touchpoint)"];
  const { rows } = await app.stores.pool.query<{ field: string; id: string }>([...lists, ...keys].join(" UNION ALL "));
  const ids = Map.groupBy(rows, ({ field }) => field);
  return (field) => (field === "workspaceId" ? [workspaceId] : (ids.get(field)?.map(({ id }) => id) ?? []));
}

interface Call {
  params: Record<string, string>;
  query: unknown;
  body: unknown;
}

function callsOf({ path, params, query, body }: Route, known: KnownIds): fc.Arbitrary<Call> {
  const read = (part: z.ZodType | undefined) =>
    part === undefined
      ? fc.constant(undefined)
      : fromSchema(z.toJSONSchema(part, { io: "input", unrepresentable: "any" }), known);
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const made = read(params).map((given) =>
    Object.fromEntries(names.map((name) => [name, String(Object(given)[name] ?? "x").toWellFormed()])),
  );
  return fc.record({ params: made, query: read(query), body: read(body) });
}

const callers = fc.sample(fc.ipV4(), { seed, numRuns: 9_000 }).values();

async function send({ method, path, form = false }: Route, { params, query, body }: Call): Promise<number> {
  const response = await app.as("owner").fetch(urlOf(path, params, Object(query)), {
    method,
    headers: {
      // Each call comes from somebody else: none is refused for coming too often.
      "x-forwarded-for": callers.next().value ?? "",
      ...(body === undefined
        ? {}
        : { "content-type": form ? "application/x-www-form-urlencoded" : "application/json" }),
    },
    ...(body === undefined ? {} : { body: form ? formOf(body) : JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

function formOf(body: unknown): string {
  return new URLSearchParams(Object.entries(Object(body)).map(([name, value]) => [name, String(value)])).toString();
}
