import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recentChanges } from "#insight/index.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import type { AlertRuleDraft, AlertTrigger } from "../../alerts/model.ts";
import { readyTriggers } from "../../alerts/ready.ts";
import * as api from "../../api.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";
import { ruleDraft } from "./alerts.testing.ts";
import { watchOverTime } from "./watch.ts";

const day = 86_400_000;

let app: TestApp;
let mail: MailSink;
let till: Touchpoint;
let shift = 0;
const now = () => new Date(Date.now() + shift);
beforeAll(async () => {
  mail = await mailSink(() => null);
  app = await testApp({ now, env: { SMTP_URL: mail.url, MAIL_FROM: "Parcours <cx@example.com>" } });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});
beforeEach(async () => {
  shift = 0;
  mail.letters.length = 0;
  await app.stores.pool.query("TRUNCATE alert_rule, alert, response, customer_case CASCADE");
  await app.stores.clickhouse.command({ query: "TRUNCATE TABLE event" });
  till = await makeTouchpoint(app.as("editor"), app.workspaceId);
});

/** Looks at what rules watch, as two processes at once do. */
async function watch(): Promise<void> {
  const { db, clickhouse } = app.stores;
  const deps = {
    db,
    clickhouse,
    now,
    log: app.deps.log,
    canMail: true,
    onRaised: async () => undefined,
    recentChanges: (...asked: Parameters<Parameters<typeof watchOverTime>[0]["recentChanges"]>) =>
      recentChanges({ db, clickhouse, now }, ...asked),
  };
  await Promise.all([watchOverTime(deps), watchOverTime(deps)]);
}

const inWorkspace = () => ({ workspaceId: app.workspaceId });
const make = (trigger: AlertTrigger, part: Partial<AlertRuleDraft> = {}) =>
  app.call(
    api.createAlertRule,
    { params: inWorkspace(), body: ruleDraft({ name: "Décrochage", trigger, ...part }) },
    "editor",
  );
const alerts = async () => (await app.call(api.listAlerts, { params: inWorkspace(), query: {} }, "editor")).alerts;
const causes = async () => (await alerts()).map(({ cause }) => cause);
const preview = (trigger: AlertTrigger) =>
  app.call(
    api.previewAlertRule,
    { params: inWorkspace(), body: { trigger, touchpointIds: [], surveyIds: [] } },
    "viewer",
  );

/** Noon UTC so many days ago. */
const daysAgo = (days: number) => new Date(Math.floor((now().getTime() - days * day) / day) * day + day / 2);
interface Given {
  kind?: "contact" | "answer";
  metric?: string;
  score?: number;
  touchpoint?: Touchpoint;
}
const give = (
  days: readonly number[],
  each: number,
  { kind = "answer", metric = "nps", score = 9, touchpoint }: Given = {},
) =>
  app.stores.clickhouse.insert({
    table: "event",
    format: "JSONEachRow",
    values: days.flatMap((ago) =>
      Array.from({ length: each }, (_, i) => ({
        workspace_id: app.workspaceId,
        touchpoint_key: (touchpoint ?? till).key,
        occurred_at: new Date(daysAgo(ago).getTime() + i).toISOString().replace("T", " ").replace("Z", ""),
        event_id: randomUUID(),
        kind,
        person_id: randomUUID(),
        case_id: "",
        metric: kind === "answer" ? metric : "",
        score,
        comment: "",
        properties: {},
        import_id: randomUUID(),
      })),
    ),
  });
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const weekly = { kind: "drop", metric: "nps", days: 7, atLeast: 30 } as const satisfies AlertTrigger;

test("[V261, V264] a drop beyond chance raises one alert with both figures, and opens its case", async () => {
  await give(from(8, 14), 5, { score: 9 });
  await give(from(1, 7), 3, { score: 9 });
  await give(from(1, 7), 3, { score: 2 });
  await make(weekly, { opensCase: "high", byMail: true });
  await watch();
  const [alert, ...others] = await alerts();
  expect(others).toEqual([]);
  expect(alert).toMatchObject({
    ruleName: "Décrochage",
    touchpointId: till.id,
    answer: null,
    isMine: true,
    cause: {
      kind: "drop",
      metric: "nps",
      now: { n: 42, value: 0 },
      before: { n: 35, value: 100 },
      difference: { value: -100 },
    },
  });
  const { rows } = await app.stores.pool.query("SELECT id, title, priority, touchpoint_id FROM customer_case");
  expect(rows).toEqual([
    { id: alert?.caseId, title: `Décrochage · ${till.name}`, priority: "high", touchpoint_id: till.id },
  ]);
  await expect.poll(() => mail.letters.length, { timeout: 15_000 }).toBe(1);
  expect(mail.letters[0]?.text).toContain("NPS: 0 (n 42), against +100 (n 35) in the 7 days before");
});

test("[V261] a touchpoint that is steady, has too few answers or was asked something else raises none", async () => {
  await give(from(1, 14), 6, { score: 9 });
  await make(weekly);
  const few = await makeTouchpoint(app.as("editor"), app.workspaceId);
  await give(from(8, 14), 4, { touchpoint: few });
  await give(from(1, 7), 4, { touchpoint: few, score: 0 });
  const other = await makeTouchpoint(app.as("editor"), app.workspaceId);
  await give(from(8, 14), 6, { touchpoint: other, metric: "csat", score: 5 });
  await give(from(1, 7), 6, { touchpoint: other, metric: "csat", score: 1 });
  await watch();
  expect(await causes()).toEqual([]);
});

test("[V262] while its windows overlap a drop is told of once, however often it is looked at", async () => {
  await give(from(8, 14), 6, { score: 9 });
  await give(from(1, 7), 6, { score: 2 });
  await make(weekly);
  await watch();
  await watch();
  shift = 2 * day;
  await watch();
  expect(await causes()).toHaveLength(1);
  shift = 7 * day;
  await give(from(1, 7), 6, { score: 2 });
  await watch();
  expect(await causes()).toHaveLength(1);
  shift = 14 * day;
  await give(from(8, 14), 6, { score: 9 });
  await give(from(1, 7), 6, { score: 2 });
  await watch();
  expect(await causes()).toHaveLength(2);
});

test("[V263] a silence is told of once; it ends when something arrives, and the next one is told of", async () => {
  await give(from(4, 12), 2);
  await give([3], 1, { kind: "contact" });
  await make({ kind: "silence", of: "answers", days: 3 });
  await watch();
  shift = day;
  await watch();
  expect(await causes()).toEqual([
    { kind: "silence", of: "answers", survey: null, days: 3, lastAt: expect.any(String), n: 6 },
  ]);
  await give([0], 1);
  await watch();
  shift = 6 * day;
  await watch();
  expect(await causes()).toHaveLength(2);
});

test("[V263] nothing is silent where nothing ever came, where it came too long ago, or came just now", async () => {
  await makeTouchpoint(app.as("editor"), app.workspaceId);
  await give([100], 1);
  const fresh = await makeTouchpoint(app.as("editor"), app.workspaceId);
  await give([1, 9], 1, { touchpoint: fresh });
  await make({ kind: "silence", of: "answers", days: 3 });
  await watch();
  expect(await causes()).toEqual([]);
});

test("[V263] contacts and the answers to an open survey are listened for by themselves", async () => {
  const survey = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId: till.id });
  await app.call(
    api.answerSurvey,
    { params: { token: survey.token }, body: { attempt: randomUUID(), answers: { nps: 9 } } },
    "anonymous",
  );
  await give([2], 4, { kind: "contact" });
  await make({ kind: "silence", of: "surveys", days: 2 }, { surveyIds: [survey.id] });
  await make({ kind: "silence", of: "contacts", days: 2 });
  await watch();
  expect(await causes()).toEqual([]);
  shift = 3 * day;
  await watch();
  const found = await causes();
  expect(found).toContainEqual(expect.objectContaining({ of: "contacts", survey: null, n: 4 }));
  expect(found).toContainEqual(
    expect.objectContaining({ of: "surveys", survey: { id: survey.id, name: survey.name }, n: 1 }),
  );
  expect(found).toHaveLength(2);
  await app.call(api.updateSurvey, { params: { surveyId: survey.id }, body: { state: "closed" } }, "editor");
  await app.stores.pool.query("TRUNCATE alert CASCADE");
  await watch();
  expect(await causes()).toMatchObject([{ of: "contacts" }]);
});

test("[V264] a preview tells what would have been raised in 30 days, and raises nothing", async () => {
  await give(from(20, 34), 6, { score: 9 });
  await give(from(13, 19), 6, { score: 2 });
  const drops = await preview(weekly);
  // A fall is told of when it begins, and again when the next days are below those.
  expect(drops).toMatchObject({
    kind: "overTime",
    raised: 2,
    sights: [
      { touchpointName: till.name, cause: { kind: "drop", now: { value: -100, n: 30 } } },
      { touchpointName: till.name, cause: { kind: "drop", before: { value: 100, n: 42 } } },
    ],
  });
  expect(await preview({ kind: "silence", of: "answers", days: 5 })).toMatchObject({
    raised: 1,
    sights: [{ cause: { kind: "silence", n: 30 } }],
  });
  expect(await causes()).toEqual([]);
});

test("[V260] a rule that watches over time is kept, and refused with surveys that it does not tell apart", async () => {
  const rule = await make(readyTriggers.silence);
  expect(rule.trigger).toEqual(readyTriggers.silence);
  const survey = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId: till.id });
  const refused = expect.objectContaining({ code: "invalid_input" });
  await expect(make(readyTriggers.drop, { surveyIds: [survey.id] })).rejects.toEqual(refused);
  await expect(make({ ...weekly, days: 6 })).rejects.toEqual(refused);
});
