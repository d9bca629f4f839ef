import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RouteBody } from "#platform/http/route.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { randomFrom } from "../../../tools/demo/random.ts";
import * as api from "../api.ts";
import type { SurveyContent } from "../model.ts";
import { type AnswerToKeep, createKeeper } from "./keep.ts";
import { surveyOfToken } from "./queries.ts";
import { content, makeSurvey, makeTouchpoint } from "./voice.testing.ts";

let app: TestApp;
let touchpointId: string;
beforeAll(async () => {
  app = await testApp();
  ({ id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId));
});
afterAll(() => app.close());

const make = () => makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId });
const change = (surveyId: string, body: RouteBody<typeof api.updateSurvey>) =>
  app.call(api.updateSurvey, { params: { surveyId }, body }, "editor");
const answer = (token: string, given: Partial<RouteBody<typeof api.answerSurvey>> = {}) =>
  app.call(
    api.answerSurvey,
    { params: { token }, body: { attempt: randomUUID(), answers: { nps: 9 }, ...given } },
    "anonymous",
  );
const responses = async (surveyId: string) => {
  const query = "SELECT id, attempt, score, version, is_partial FROM response WHERE survey_id = $1";
  return (await app.stores.pool.query(query, [surveyId])).rows;
};
/** The same survey asking for stars. */
const stars: SurveyContent = {
  ...content,
  questions: content.questions.map((question) =>
    question.kind === "score" ? { ...question, id: "stars", metric: "stars" } : question,
  ),
};

test("[V204] of answers that come at the same time, one that cannot be kept takes none with it", async () => {
  const survey = await make();
  const asked = await surveyOfToken(app.stores.db, survey.token);
  const one = (part: Partial<AnswerToKeep> = {}): AnswerToKeep => ({
    survey_id: survey.id,
    seen: asked?.seen ?? "",
    version: 1,
    workspace_id: app.workspaceId,
    attempt: randomUUID(),
    way: "link",
    language: "fr",
    metric: "nps",
    score: 9,
    comment: "",
    answers: { nps: 9 },
    person: null,
    properties: {},
    is_partial: false,
    entered_by: null,
    suspicions: [],
    invitation_id: null,
    first_score: null,
    answered_at: new Date(),
    received_at: new Date(),
    uses: null,
    visitor: null,
    event: null,
    ...part,
  });
  const keep = createKeeper(app.stores.pool);
  const given = Array.from({ length: 30 }, (_, n) => one(n % 10 === 5 ? { version: 99 } : {}));
  const kept = await Promise.allSettled(given.map(keep));
  expect(kept.map(({ status }) => status)).toEqual(
    given.map(({ version }) => (version === 99 ? "rejected" : "fulfilled")),
  );
  expect(await responses(survey.id)).toHaveLength(27);
});

test("[V51, V52, V204] retries, partial answers and complete ones, all at once, are one response for each attempt", async () => {
  const survey = await make();
  const random = randomFrom(20_261_124);
  const attempts = Array.from({ length: 8 }, () => randomUUID());
  // No more than one address may send before it has to prove something.
  const given = Array.from({ length: 60 }, () => ({
    attempt: random.pick(attempts),
    answers: { nps: random.int(0, 10) },
    isPartial: random.int(0, 2) > 0,
  }));
  const receipts = await Promise.all(given.map((one) => answer(survey.token, one)));
  const rows = await responses(survey.id);
  expect(rows).toHaveLength(new Set(given.map(({ attempt }) => attempt)).size);
  for (const row of rows) {
    const own = given.flatMap((one, n) => (one.attempt === row.attempt ? [{ ...one, ...receipts[n] }] : []));
    expect(new Set(own.map(({ responseId }) => responseId))).toEqual(new Set([row.id]));
    expect(own.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(row.is_partial).toBe(own.every(({ isPartial }) => isPartial));
    expect(own.filter(({ isPartial }) => isPartial === row.is_partial).map(({ answers }) => answers.nps)).toContain(
      row.score,
    );
  }
  const complete = rows.filter((row) => !row.is_partial);
  const counted = async () => {
    const { answers } = await app.call(api.getSurvey, { params: { surveyId: survey.id } });
    return answers;
  };
  expect(await counted()).toBe(complete.length);
  const stored = async () => {
    const ids = complete.map(({ id }) => id as string);
    const query = "SELECT count() AS n FROM event WHERE event_id IN {ids:Array(UUID)}";
    const result = await app.stores.clickhouse.query({ query, query_params: { ids }, format: "JSONEachRow" });
    return Number((await result.json<{ n: string }>())[0]?.n);
  };
  await expect.poll(stored, { timeout: 15_000 }).toBe(complete.length);
});

test("[V205] an answer is measured by the survey as it is, whatever of it was there for the answer before", async () => {
  const survey = await make();
  const attempt = randomUUID();
  await answer(survey.token, { attempt, isPartial: true });
  await change(survey.id, { content: stars });
  await expect(answer(survey.token)).rejects.toMatchObject({
    code: "invalid_input",
    issues: expect.arrayContaining([expect.objectContaining({ path: "answers.nps" })]),
  });
  await answer(survey.token, { attempt, answers: { stars: 4 } });
  expect(await responses(survey.id)).toMatchObject([{ attempt, score: 4, version: 2, is_partial: false }]);
  await change(survey.id, { state: "closed" });
  await expect(answer(survey.token, { answers: { stars: 4 } })).rejects.toMatchObject({ code: "gone" });
  await change(survey.id, { state: "open" });
  await answer(survey.token, { answers: { stars: 5 } });
  expect(await responses(survey.id)).toHaveLength(2);
});

test("[V205] content that nobody has answered is replaced, and answers to what it was are not kept", async () => {
  const survey = await make();
  await expect(answer(survey.token, { answers: { nps: 11 } })).rejects.toMatchObject({ code: "invalid_input" });
  await change(survey.id, { content: stars });
  await expect(answer(survey.token)).rejects.toMatchObject({ code: "invalid_input" });
  await answer(survey.token, { answers: { stars: 3 } });
  expect(await responses(survey.id)).toMatchObject([{ score: 3, version: 1 }]);
});

test("[V205] an answer that comes while its survey is being changed waits, and is measured by what it has become", async () => {
  const survey = await make();
  await answer(survey.token);
  const client = await app.stores.pool.connect();
  await client.query("BEGIN");
  await client.query("SELECT FROM survey WHERE id = $1 FOR UPDATE", [survey.id]);
  const late = answer(survey.token).then(
    () => "kept",
    ({ code }: { code: string }) => code,
  );
  const waits = async () => {
    const { rows } = await app.stores.pool.query(
      "SELECT count(*) AS n FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()",
    );
    return rows[0].n as number;
  };
  await expect.poll(waits, { timeout: 10_000 }).toBe(1);
  await client.query("UPDATE survey SET state = 'closed' WHERE id = $1", [survey.id]);
  await client.query("COMMIT");
  client.release();
  expect(await late).toBe("gone");
  expect(await responses(survey.id)).toHaveLength(1);
});

test("[V205] answers that come while their survey changes over and over are all kept, each by some version of it", async () => {
  const survey = await make();
  let isChanging = true;
  const changing = (async () => {
    for (let n = 0; n < 20; n++) await change(survey.id, { name: `Name ${n}` });
    isChanging = false;
  })();
  let sent = 0;
  const sending = Array.from({ length: 6 }, async () => {
    while (isChanging) {
      await answer(survey.token);
      sent += 1;
    }
  });
  await Promise.all([changing, ...sending]);
  expect(await responses(survey.id)).toHaveLength(sent);
});
