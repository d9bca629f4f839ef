import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "#platform/log.ts";
import { type TestStores, testStores } from "#testing/stores.ts";
import { createWorkspace } from "#workspace/index.ts";
import { CommentReading } from "../../comments/model.ts";
import { loadBook, openReader } from "./book.ts";
import { giveComments, leaning } from "./comments.testing.ts";
import { follower, tidyComments } from "./follow.ts";
import { forgetComments } from "./forgetting.ts";
import { createCommentReader } from "./reader.ts";
import { createCommentThread } from "./thread.ts";

const running = new AbortController().signal;
const thread = createCommentThread();
let stores: TestStores;
let follow: (workspaceId: string) => Promise<void>;

beforeAll(async () => {
  stores = await testStores();
  const once = follower({ ...stores, thread, now: () => new Date() });
  follow = (workspaceId) => once(workspaceId, running);
});
afterAll(async () => {
  await thread.close();
  await stores.close();
});

const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
const makeWorkspace = async () =>
  (await createWorkspace({ db: stores.db, log }, null, { name: "Test", locale: "fr", timeZone: "Europe/Paris" })).id;

interface Stored {
  event_id: string;
  version: number;
  polarity: string;
  topics: string[];
  corrected: string[];
  reading: string;
}
async function readings(workspaceId: string): Promise<Stored[]> {
  const result = await stores.clickhouse.query({
    query: "SELECT * FROM comment_reading FINAL WHERE workspace_id = {workspaceId:UUID}",
    query_params: { workspaceId },
    format: "JSONEachRow",
  });
  return result.json<Stored>();
}

test("[VT21] every comment that comes in is read, once, and its reading holds no word of it", async () => {
  const workspaceId = await makeWorkspace();
  const [given] = await giveComments(stores.clickhouse, workspaceId, [
    { comment: "La livraison est lamentable, écrivez à ada@example.com", score: 1 },
    { comment: "" },
  ]);
  await follow(workspaceId);
  const [stored, ...rest] = await readings(workspaceId);
  expect(rest).toEqual([]);
  expect(stored).toMatchObject({ event_id: given?.id, version: 1, polarity: "negative", topics: ["delivery"] });
  expect(JSON.stringify(stored)).not.toMatch(/lamentable|ada/i);
  expect(CommentReading.parse(JSON.parse(stored?.reading ?? ""))).toMatchObject({ language: "fr", disagreement: null });

  await giveComments(stores.clickhouse, workspaceId, [{ comment: "The staff were very helpful", score: 5 }]);
  await follow(workspaceId);
  await follow(workspaceId);
  const { rows } = await stores.clickhouse
    .query({
      query: "SELECT count() AS rows FROM comment_reading WHERE workspace_id = {workspaceId:UUID}",
      query_params: { workspaceId },
      format: "JSON",
    })
    .then(async (result) => (await result.json<{ rows: string }>()).data[0] ?? { rows: "" });
  expect(Number(rows)).toBe(2);
});

test("[VT22] from fifty pairs on a workspace learns, says how well, and reads all its comments again", async () => {
  const workspaceId = await makeWorkspace();
  await giveComments(stores.clickhouse, workspaceId, leaning.slice(0, 20));
  await follow(workspaceId);
  expect(await openReader(stores.db, workspaceId)).toMatchObject({
    version: 1,
    training: { positive: 16, negative: 4, refusal: "fewPairs", recall: null },
  });
  await giveComments(stores.clickhouse, workspaceId, leaning.slice(20));
  await follow(workspaceId);
  const { training, version } = await openReader(stores.db, workspaceId);
  expect(version).toBe(2);
  expect(training).toMatchObject({ positive: 32, negative: 32, refusal: null });
  expect([training?.recall?.positive.n, training?.recall?.negative.n]).toEqual([32, 32]);
  expect((await loadBook(stores.db, workspaceId)).model?.length).toBeGreaterThan(200_000);
  const stored = await readings(workspaceId);
  expect(stored.map((one) => one.version)).toEqual(stored.map(() => 2));
  expect(stored).toHaveLength(64);

  // Alerts ask for one comment at a time, and get what the stored readings say.
  const reader = createCommentReader(stores);
  const one = await reader.read(workspaceId, {
    comment: leaning[0]!.comment,
    language: null,
    metric: "csat",
    score: 5,
  });
  expect(stored.map(({ reading }) => JSON.parse(reading))).toContainEqual(one);
});

test("[VT22] one side alone teaches nothing", async () => {
  const workspaceId = await makeWorkspace();
  await giveComments(
    stores.clickhouse,
    workspaceId,
    Array.from({ length: 60 }, (_, at) => ({ comment: `Parfait ${at}`, score: 5 })),
  );
  await follow(workspaceId);
  expect((await openReader(stores.db, workspaceId)).training).toMatchObject({ refusal: "oneSided", positive: 60 });
});

test("[VT23] with an erased comment go its reading and its correction, and the model learns without it", async () => {
  const workspaceId = await makeWorkspace();
  const events = await giveComments(stores.clickhouse, workspaceId, leaning);
  const gone = events[0]?.id;
  await stores.pool.query(
    "INSERT INTO comment_correction (workspace_id, event_id, polarity) SELECT $1, unnest($2::uuid[]), 'negative'",
    [workspaceId, [gone, events[1]?.id]],
  );
  await follow(workspaceId);
  const before = await loadBook(stores.db, workspaceId);
  expect((await openReader(stores.db, workspaceId)).training).toMatchObject({ positive: 30, negative: 34 });

  await stores.clickhouse.command({
    query: "DELETE FROM event WHERE event_id = {gone:UUID}",
    query_params: { gone },
  });
  await forgetComments(stores.db, workspaceId);
  await follow(workspaceId);
  expect((await openReader(stores.db, workspaceId)).training).toMatchObject({ positive: 30, negative: 33 });
  const after = await loadBook(stores.db, workspaceId);
  expect(Buffer.compare(after.model!, before.model!)).not.toBe(0);
  const stored = await readings(workspaceId);
  expect(stored.map(({ event_id }) => event_id)).not.toContain(gone);
  expect(stored.find(({ event_id }) => event_id === events[1]?.id)).toMatchObject({
    polarity: "negative",
    corrected: ["polarity"],
  });
  const corrections = await stores.pool.query("SELECT event_id FROM comment_correction WHERE workspace_id = $1", [
    workspaceId,
  ]);
  expect(corrections.rows).toEqual([{ event_id: events[1]?.id }]);

  // What is erased without a word is found by and by; too few are left to learn from.
  await stores.clickhouse.command({
    query: "DELETE FROM event WHERE workspace_id = {workspaceId:UUID} AND score = 1",
    query_params: { workspaceId },
  });
  await tidyComments(stores);
  await follow(workspaceId);
  expect((await openReader(stores.db, workspaceId)).training?.refusal).toBe("fewPairs");
  expect((await loadBook(stores.db, workspaceId)).model).toBeNull();
});

test("[VT24] reading that is cut off goes on where it was", async () => {
  const workspaceId = await makeWorkspace();
  await giveComments(
    stores.clickhouse,
    workspaceId,
    Array.from({ length: 4_500 }, (_, at) => ({ comment: `Commande ${at}`, metric: "" as const })),
  );
  const cut = new AbortController();
  const cutting = {
    ...thread,
    run: async (...job: Parameters<typeof thread.run>) => {
      const done = await thread.run(...job);
      cut.abort();
      return done;
    },
  } as typeof thread;
  await follower({ ...stores, thread: cutting, now: () => new Date() })(workspaceId, cut.signal);
  expect((await readings(workspaceId)).length).toBe(2_000);
  await follow(workspaceId);
  expect((await readings(workspaceId)).length).toBe(4_500);
});
