import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "#platform/errors.ts";
import type { Routes } from "#platform/http/handler.ts";
import type { Route } from "#platform/http/route.ts";
import { type TestApp, testApp, type Visitor, visitors } from "#testing/app.ts";
import { urlOf } from "#ui/call.ts";
import { permissions, type Permission } from "#workspace/model.ts";
import { may } from "#workspace/rules.ts";
import { contracts } from "./contracts.ts";
import { assemble, type Product } from "./product.ts";

const registered: Route[] = [];
let app: TestApp;
/** The same product on the same stores, whose routes only say that they were reached. */
let hollow: Product;
let params: Record<string, string>;

beforeAll(async () => {
  app = await testApp();
  hollow = await assemble(app.deps, hollowed);
  const { rows } = await app.stores.pool.query(
    "INSERT INTO journey (workspace_id, key, name, kind, state) VALUES ($1, 'a', 'A', 'journey', 'lived') RETURNING id",
    [app.workspaceId],
  );
  const touchpoint = await app.stores.pool.query(
    "INSERT INTO touchpoint (workspace_id, key, name, initiator) VALUES ($1, 'a', 'A', 'customer') RETURNING id",
    [app.workspaceId],
  );
  const survey = await app.stores.pool.query(
    `INSERT INTO survey (workspace_id, touchpoint_id, touchpoint_key, name, state, relation, token)
     VALUES ($1, $2, 'a', 'A', 'open', 'transactional', 'token') RETURNING id`,
    [app.workspaceId, touchpoint.rows[0].id],
  );
  const rule = await app.stores.pool.query(
    `INSERT INTO alert_rule (workspace_id, name, is_active, trigger, touchpoint_ids, survey_ids, roles, user_ids, by_mail)
     VALUES ($1, 'A', true, '{}', '{}', '{}', '{}', '{}', false) RETURNING id`,
    [app.workspaceId],
  );
  const alert = await app.stores.pool.query(
    `INSERT INTO alert (workspace_id, rule_name, occasion, found, roles, user_ids) VALUES ($1, 'A', 'a', '{}', '{}', '{}')
     RETURNING id`,
    [app.workspaceId],
  );
  const opened = await app.stores.pool.query(
    `INSERT INTO customer_case (workspace_id, number, title, reason, priority, due_at)
     VALUES ($1, 1, 'A', '', 'normal', now()) RETURNING id`,
    [app.workspaceId],
  );
  const webhook = await app.stores.pool.query(
    "INSERT INTO webhook (workspace_id, name, url, secret) VALUES ($1, 'A', 'https://a.example', '') RETURNING id",
    [app.workspaceId],
  );
  const delivery = await app.stores.pool.query(
    `INSERT INTO alert_delivery (workspace_id, webhook_id, state, due_at, created_at)
     VALUES ($1, $2, 'failed', now(), now()) RETURNING id`,
    [app.workspaceId, webhook.rows[0].id],
  );
  const cause = await app.stores.pool.query(
    "INSERT INTO case_cause (workspace_id, name) VALUES ($1, 'A') RETURNING id",
    [app.workspaceId],
  );
  const guide = await app.stores.pool.query(
    `INSERT INTO interview_guide (workspace_id, name, audience, language, sections)
     VALUES ($1, 'A', 'customer', 'fr', '[]') RETURNING id`,
    [app.workspaceId],
  );
  const interview = await app.stores.pool.query(
    `INSERT INTO interview (workspace_id, pseudonym, participant, held_on, channel)
     VALUES ($1, 'P1', 'customer', '2026-01-01', 'phone') RETURNING id`,
    [app.workspaceId],
  );
  const recording = await app.stores.pool.query(
    "INSERT INTO interview_recording (workspace_id, interview_id, name, bytes) VALUES ($1, $2, 'a', 1) RETURNING id",
    [app.workspaceId, interview.rows[0].id],
  );
  const highlight = await app.stores.pool.query(
    "INSERT INTO interview_highlight (interview_id, kind, quote, note) VALUES ($1, 'quote', 'a', '') RETURNING id",
    [interview.rows[0].id],
  );
  const trigger = await app.stores.pool.query(
    `INSERT INTO asking_trigger (workspace_id, survey_id, trigger, since, looked_until, period)
     VALUES ($1, $2, '{}', now(), now(), '') RETURNING id`,
    [app.workspaceId, survey.rows[0].id],
  );
  params = {
    workspaceId: app.workspaceId,
    journeyId: rows[0].id,
    surveyId: survey.rows[0].id,
    guideId: guide.rows[0].id,
    interviewId: interview.rows[0].id,
    recordingId: recording.rows[0].id,
    highlightId: highlight.rows[0].id,
    caseId: opened.rows[0].id,
    causeId: cause.rows[0].id,
    ruleId: rule.rows[0].id,
    alertId: alert.rows[0].id,
    webhookId: webhook.rows[0].id,
    deliveryId: delivery.rows[0].id,
    triggerId: trigger.rows[0].id,
  };
});
afterAll(async () => {
  await hollow.close();
  await app.close();
});

function hollowed(routes: Routes): Routes {
  return {
    handle: (contract, { workspaceOf }) => {
      registered.push(contract);
      // Access is decided without the body: one that fits every contract would prove nothing more.
      const { body: _body, query: _query, ...rest } = contract;
      routes.handle(rest as typeof contract, {
        ...(workspaceOf === undefined ? {} : { workspaceOf }),
        run: () => Promise.reject(new AppError("gone", "reached")),
      });
    },
  };
}

type Answer = "reached" | "sign in first" | "nothing here" | "not allowed";
const answers: Record<string, Answer> = {
  gone: "reached",
  not_signed_in: "sign in first",
  not_found: "nothing here",
  not_allowed: "not allowed",
};

function expected({ permission }: Route, visitor: Visitor): Answer {
  if (permission === "public") return "reached";
  if (visitor === "anonymous") return "sign in first";
  if (permission === "signedIn") return "reached";
  if (visitor === "outsider") return "nothing here";
  return may(visitor, permission as Permission) ? "reached" : "not allowed";
}

async function visit({ method, path }: Route, visitor: Visitor): Promise<Answer | undefined> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const filled = Object.fromEntries(names.map((name) => [name, params[name] ?? randomUUID()]));
  const cookie = await app.as(visitor).cookie();
  const response = await hollow.app.inject({
    method,
    url: urlOf(path, filled),
    headers: cookie === null ? {} : { cookie },
  });
  return answers[response.json<{ code: string }>().code];
}

const name = ({ method, path }: Route) => `${method} ${path}`;

test("[W12] every route lets in exactly those its contract allows", async () => {
  const wrong: string[] = [];
  let inspected = 0;
  for (const contract of registered) {
    for (const visitor of visitors) {
      const [answer, wanted] = [await visit(contract, visitor), expected(contract, visitor)];
      inspected += 1;
      if (answer !== wanted) wrong.push(`${name(contract)} for ${visitor}: ${answer}, expected ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(inspected).toBeGreaterThan(6 * 10);
});

test("[W12] every permission of a contract is one that roles are given, or none is needed", () => {
  const known = new Set<string>([...permissions, "public", "signedIn"]);
  expect(contracts.filter(({ permission }) => !known.has(permission)).map(name)).toEqual([]);
});

test("[P40] every contract is served, and everything served has a contract", () => {
  expect(registered.map(name).toSorted()).toEqual(contracts.map(name).toSorted());
});
