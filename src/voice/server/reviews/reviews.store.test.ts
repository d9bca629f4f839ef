import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { createTouchpoint } from "#touchpoint/api.ts";
import { createWorkspace } from "#workspace/index.ts";
import { listComments, countComments } from "../../api/comments.ts";
import * as api from "../../api/reviews.ts";
import type { Review } from "../../reviews/model.ts";
import { giveComments } from "../comments/comments.testing.ts";
import { fileTable } from "./file-table.ts";
import { sendReviews } from "./reviews.testing.ts";

/** Texts are read within seconds, on a machine that has nothing else to do. */
const patient = { timeout: 20_000 };
const file = `Review ID,Review Stars,Review Title,Review Content,Review Username,Review Created (UTC)
1,5,Parfait,Une livraison très rapide et un livreur aimable,Ana,2026-03-01 10:00:00
2,1,Déçu,"Livraison en retard, colis cassé, service lamentable",Bob,2026-03-02 10:00:00
3,4,,,Cléo,2026-03-03 10:00:00
3,4,,,Cléo,2026-03-03 10:00:00
4,9,Trop,Beaucoup trop,Dan,2026-03-03 10:00:00
5,2,<b>Prix</b>,=1+1,<script>,2026-03-04 10:00:00
`;
let app: TestApp;
let params: { workspaceId: string };
let home: string;

beforeAll(async () => {
  app = await testApp({ now: () => new Date("2026-03-20T12:00:00Z") });
  params = { workspaceId: app.workspaceId };
  const body = { channelId: null, teamId: null, initiator: "customer" as const };
  home = (await app.call(createTouchpoint, { params, body: { ...body, name: "Livraison à domicile" } })).id;
});
afterAll(() => app.close());

const send = (text: string, part: Partial<Parameters<typeof sendReviews>[3]> = {}) =>
  sendReviews(app.as("editor"), app.workspaceId, text, { source: "trustpilot", isTrial: false, ...part });
const list = async (query: Partial<{ source: Review["source"]; touchpoint: string }> = {}) =>
  (await app.call(api.listReviews, { params, query }, "viewer")).reviews;

test("[V292, V293] a trial counts exactly what reading makes and keeps nothing; read again nothing changes", async () => {
  const counts = { rows: 6, new: 4, changed: 0, same: 0, repeated: 1, quarantined: 1 };
  const trial = await send(file, { isTrial: true });
  expect(trial).toMatchObject({ importId: null, counts, doubts: [] });
  expect(trial.quarantine).toEqual([
    { line: 6, code: "rating_invalid", detail: "9", raw: "4 | 9 | Trop | Beaucoup trop | Dan | 2026-03-03 10:00:00" },
  ]);
  expect(await list()).toEqual([]);
  expect((await send(file, { mapping: trial.mapping })).counts).toEqual(counts);
  expect((await send(file)).counts).toEqual({ ...counts, new: 0, same: 4 });
  const reviews = await list();
  expect(reviews.map(({ rating, title, author }) => [rating, title, author])).toEqual([
    [2, "<b>Prix</b>", "<script>"],
    [4, "", "Cléo"],
    [1, "Déçu", "Bob"],
    [5, "Parfait", "Ana"],
  ]);
  expect(reviews.map(({ touchpointId }) => touchpointId)).toEqual([null, null, home, home]);
});

test("[V292, V293] what says something else now is changed, and stays where somebody put it", async () => {
  const [, cleo] = await list();
  await app.call(
    api.placeReview,
    { params: { ...params, reviewId: cleo!.id }, body: { touchpointId: home } },
    "editor",
  );
  const { counts } = await send(file.replaceAll("3,4,,,Cléo", "3,3,Bof,Un prix élevé,Cléo"));
  expect(counts).toMatchObject({ new: 0, changed: 1, same: 3 });
  const [, changed] = await list();
  expect(changed).toMatchObject({ id: cleo!.id, rating: 3, title: "Bof", touchpointId: home, isPlacedByHand: true });
  const elsewhere = { touchpointId: crypto.randomUUID() };
  await expect(
    app.call(api.placeReview, { params: { ...params, reviewId: cleo!.id }, body: elsewhere }),
  ).rejects.toMatchObject({ code: "invalid_input" });
});

test("[V294] stars of reviews are a measure of their own: no figure of a survey has them", async () => {
  const figures = await app.call(api.getReviewFigures, { params, query: {} }, "viewer");
  expect(figures).toMatchObject({ all: { n: 4, trust: "hidden" }, from: "2026-03-01", to: "2026-03-04" });
  expect(figures.touchpoints).toMatchObject([{ touchpointId: home, stars: { n: 3 } }, { touchpointId: null }]);
  const events = await app.stores.clickhouse.query({ query: "SELECT 1 FROM event", format: "JSONEachRow" });
  expect(await events.json()).toEqual([]);
});

test("[V295] texts of reviews are read like comments, found by their source, and gone with their file", async () => {
  await giveComments(app.stores.clickhouse, app.workspaceId, [{ comment: "Un accueil chaleureux", score: 5 }]);
  const read = async (source?: "surveys" | "trustpilot") =>
    (await app.call(listComments, { params, query: source === undefined ? {} : { source } }, "viewer")).comments;
  await vi.waitUntil(async () => (await read()).length === 5, patient);
  await vi.waitUntil(async () => (await read()).some(({ comment }) => comment === "Bof\nUn prix élevé"), patient);
  const late = (await read("trustpilot")).find(({ score }) => score === 1);
  expect(late).toMatchObject({ source: "trustpilot", metric: "stars", reading: { polarity: { label: "negative" } } });
  expect(late?.reading.topics.map(({ id }) => id)).toContain("delivery");
  expect((await read("surveys")).map(({ comment }) => comment)).toEqual(["Un accueil chaleureux"]);
  expect((await app.call(countComments, { params, query: {} })).sources).toMatchObject({ surveys: 1, trustpilot: 4 });

  const imports = await app.call(api.listReviewImports, { params }, "editor");
  expect(imports.map(({ kept }) => kept)).toEqual([0, 0, 4]);
  for (const { id } of imports) await app.call(api.takeBackReviews, { params: { ...params, importId: id } }, "editor");
  expect(await list()).toEqual([]);
  await vi.waitUntil(async () => (await read()).length === 1, patient);
  expect((await send(file)).counts.new).toBe(4);
  await vi.waitUntil(async () => (await read()).length === 4, patient);
});

test("[V296] reviews of another workspace are in no list, figure or file", async () => {
  const other = await createWorkspace({ db: app.stores.db, log: app.deps.log }, null, {
    name: "Other",
    locale: "fr",
    timeZone: "Europe/Paris",
  });
  await app.stores.pool.query(
    `INSERT INTO review (workspace_id, source, source_key, fingerprint, rating, published_at) VALUES ($1, 'google', 'x', '', 5, now())`,
    [other.id],
  );
  expect(await list({ source: "google" })).toEqual([]);
  expect((await app.call(api.getReviewFigures, { params, query: { source: "google" } })).all.n).toBe(0);
});

test("[V290] a file may be a workbook, JSON, lines of JSON, or text in any of the usual encodings", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Avis").addRows([["Note", "Date"], [5, new Date("2026-03-01T10:00:00Z")], [], [4, "2026-03-02"]]);
  expect(await fileTable(Buffer.from(await book.xlsx.writeBuffer()))).toEqual({
    columns: ["Note", "Date"],
    rows: [
      { line: 2, cells: ["5", "2026-03-01T10:00:00.000Z"], isUnreadable: false },
      { line: 4, cells: ["4", "2026-03-02"], isUnreadable: false },
    ],
  });
  const takeout = { reviews: [{ reviewer: { displayName: "Ana" }, starRating: "FIVE" }, { starRating: "ONE" }] };
  expect(await fileTable(Buffer.from(JSON.stringify(takeout)))).toMatchObject({
    columns: ["reviewer.displayName", "starRating"],
    rows: [{ cells: ["Ana", "FIVE"] }, { line: 2 }],
  });
  const lines = await fileTable(Buffer.from('{"note":1}\n{broken\n\n{"note":2}'));
  expect(lines.rows.map(({ line, isUnreadable }) => [line, isUnreadable])).toEqual([
    [1, false],
    [2, true],
    [4, false],
  ]);
  expect((await fileTable(Buffer.from("\ufeffNote\tDate\n5\tà", "utf16le"))).rows[0]?.cells).toEqual(["5", "à"]);
  expect((await fileTable(Buffer.from("Note;Nom\n5;Cl\xe9o", "latin1"))).rows[0]?.cells).toEqual(["5", "Cléo"]);
  await expect(fileTable(Buffer.from("\0\x01\x02"))).rejects.toMatchObject({ code: "file_unreadable" });
  await expect(fileTable(Buffer.from("Note,Date\n"))).rejects.toMatchObject({ code: "file_unreadable" });
});
