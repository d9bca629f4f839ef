import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import * as api from "../../api/reviews.ts";
import { answerSurvey, updateSurvey } from "../../api.ts";
import { SurveyContent } from "../../model.ts";
import type { ReviewDecision } from "../../reviews/collected.ts";
import type { ReviewPolicy } from "../../reviews/policy.ts";
import { deleteExpired } from "../retention.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";
import { reviewUrlOf } from "./author-link.ts";

const consent = "J’accepte que ma réponse soit publiée comme avis.";
const content = SurveyContent.parse({
  languages: ["fr"],
  questions: [
    { kind: "score", id: "stars", metric: "stars", look: "stars", text: { fr: "Votre note ?" } },
    { kind: "comment", id: "why", text: { fr: "Pourquoi ?" } },
  ],
  publication: { fr: consent },
});
const policy: ReviewPolicy = {
  site: "Maison <Test>",
  incentive: "none",
  incentiveText: { fr: "", en: "" },
  publicationDays: 7,
  keptMonths: 12,
  control: { fr: "Chaque avis est lu par deux personnes.", en: "Two people read each review." },
  contact: "avis@maison.example",
  hasJsonLd: true,
};
let now = new Date("2026-03-20T12:00:00Z");
let app: TestApp;
let params: { workspaceId: string };
let survey: Awaited<ReturnType<typeof makeSurvey>>;

beforeAll(async () => {
  app = await testApp({ now: () => now });
  params = { workspaceId: app.workspaceId };
  const { id: touchpointId } = await makeTouchpoint(app.as("owner"), app.workspaceId);
  survey = await makeSurvey(app.as("owner"), { workspaceId: app.workspaceId, touchpointId }, { content });
});
afterAll(() => app.close());

/** Answers the survey, and says where its author goes from there. */
async function answer(score: number, why: string): Promise<string> {
  const { responseId } = await app.call(
    answerSurvey,
    {
      params: { token: survey.token },
      body: { attempt: crypto.randomUUID(), answers: { stars: score, why } },
    },
    "anonymous",
  );
  const url = await reviewUrlOf({ db: app.stores.db, publicUrl: "", now: () => now }, { content }, responseId);
  return url ?? "";
}
const visit = async (path: string, headers: Record<string, string> = { "accept-language": "fr" }) => {
  const response = await app.as("anonymous").fetch(path, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const post = async (path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const response = await app
    .as("anonymous")
    .fetch(path, { method: "POST", body, headers: { origin: app.url, "accept-language": "fr" } });
  return { status: response.status, html: await response.text() };
};
const ticked = { deed: "submit", consent: "yes", experiencedOn: "2026-03-18", bought: "yes", author: "Ana" };
const collected = async () => (await app.call(api.listCollectedReviews, { params, query: {} }, "editor")).reviews;
const decide = (reviewId: string, body: ReviewDecision) =>
  app.call(api.decideReview, { params: { ...params, reviewId }, body }, "editor");

test("[V297] nothing is published without its author's tick, day and word of whether they bought; looking changes nothing", async () => {
  const path = await answer(2, "Trop <b>cher</b>");
  const { status, html } = await visit(path);
  expect(status).toBe(200);
  expect(html).toContain(consent);
  expect(html).not.toMatch(/id="consent"[^>]* checked/);
  expect(html).toContain("Trop &#60;b&#62;cher&#60;/b&#62;");
  const refused = await post(path, { deed: "submit", experiencedOn: "2030-01-01" });
  expect(refused.status).toBe(422);
  expect(refused.html.match(/<li><a href="#/g)).toHaveLength(3);
  expect(await collected()).toEqual([]);
  expect((await post(path, { ...ticked, text: "Trop <b>cher</b>" })).status).toBe(200);
  await post(path, { ...ticked, text: "Trop <b>cher</b>" });
  expect(await collected()).toMatchObject([
    {
      state: "waiting",
      rating: 2,
      text: "Trop <b>cher</b>",
      author: "Ana",
      experiencedOn: "2026-03-18",
      proof: "none",
    },
  ]);
});

test("[V297] it is offered only where the survey says so, and no link can be forged", async () => {
  const path = await answer(5, "");
  expect((await visit(`${path.slice(0, -1)}${path.endsWith("A") ? "Q" : "A"}`)).status).toBe(404);
  const unoffered = { ...content, publication: {} };
  expect(
    await reviewUrlOf(
      { db: app.stores.db, publicUrl: "", now: () => now },
      { content: unoffered },
      crypto.randomUUID(),
    ),
  ).toBeUndefined();
  const nps = {
    ...content,
    questions: [{ ...content.questions[0]!, metric: "nps" as const, look: "numbers" as const }],
  };
  await expect(
    app.call(updateSurvey, { params: { surveyId: survey.id }, body: { content: nps } }),
  ).rejects.toMatchObject({ issues: [{ path: "content.publication", code: "notPublishable" }] });
});

test("[V301, V304] the page is not given out before everything is said that has to be", async () => {
  const before = await app.call(api.setReviewPolicy, { params, body: { ...policy, keptMonths: null } }, "editor");
  expect(before.url).toBeNull();
  expect(before.checklist.find(({ obligation }) => obligation === "retention")?.state).toBe("toSay");
  const { rows } = await app.stores.pool.query("SELECT token FROM review_policy");
  for (const path of ["/r/", "/reviews/"]) expect((await visit(`${path}${rows[0].token}`)).status).toBe(404);
  const after = await app.call(api.setReviewPolicy, { params, body: policy }, "editor");
  expect(after.url).toMatch(new RegExp(`/r/${rows[0].token}$`));
});

test("[V299, V301, V306] published, it is shown with both dates, its proof, the order and the rules; nothing in it is markup", async () => {
  const [review] = await collected();
  await expect(decide(review!.id, { state: "refused" })).rejects.toMatchObject({ code: "invalid_input" });
  const reply = "Merci, <script>nous</script> baissons nos prix";
  const published = await decide(review!.id, { state: "published", refusal: null, reply, proofNote: "Facture 12" });
  expect(published).toMatchObject({ state: "published", publishedAt: now.toISOString(), proof: "document" });
  const path = new URL((await app.call(api.getReviewDisplay, { params })).url ?? "").pathname;
  const { html, headers } = await visit(path);
  for (const said of [
    "2,0 sur 5",
    "1 avis",
    "Publié le 20 mars 2026",
    "expérience du 18 mars 2026",
    "Avis contrôlé : expérience prouvée",
    "A acheté",
    "Par ordre chronologique",
    "Maison &#60;Test&#62;",
    "Merci, &#60;script&#62;nous",
    "/rules?lang=fr",
  ])
    expect(html).toContain(said);
  expect(html).not.toMatch(/<script>nous|<b>cher/);
  const data = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "");
  expect(data).toMatchObject({ name: "Maison <Test>", aggregateRating: { ratingValue: 2, reviewCount: 1 } });
  expect(headers.get("cache-control")).toBe("public, max-age=300");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  const rules = (await visit(`${path}/rules?lang=en`)).html;
  for (const said of ["Nothing is given", "within 7 days", "12 months", "Two people read", "avis@maison.example"])
    expect(rules).toContain(said);
  const figures = await app.call(api.getReviewFigures, { params, query: {} }, "viewer");
  expect(figures.sources).toMatchObject([{ source: "own", stars: { n: 1 } }]);
});

test("[V302] a page of any site may have the same, and so may whatever keeps it for some minutes", async () => {
  const path = new URL((await app.call(api.getReviewDisplay, { params })).url ?? "").pathname.replace(
    "/r/",
    "/reviews/",
  );
  const { html, headers } = await visit(`${path}?lang=en&order=worst&page=99`, { origin: "https://shop.example" });
  const piece = JSON.parse(html);
  expect(piece).toMatchObject({ language: "en", title: "Customer reviews of Maison <Test>" });
  expect(piece.html).toContain("fewest first");
  expect([headers.get("access-control-allow-origin"), headers.get("cache-control")]).toEqual([
    "*",
    "public, max-age=300",
  ]);
});

test("[V298, V299] a refusal has its reason, which its author reads, contests, and answers by changing the review", async () => {
  const path = await answer(1, "Nul");
  await post(path, { ...ticked, text: "Nul", bought: "no" });
  const review = (await collected()).find(({ text }) => text === "Nul");
  await decide(review!.id, { state: "refused", refusal: "unintelligible" });
  expect((await visit(path)).html).toContain("incompréhensible");
  const contested = await post(path, { deed: "contest", contest: "C’est pourtant clair" });
  expect(contested.html).toContain("contestation est reçue");
  expect((await collected()).find(({ id }) => id === review!.id)).toMatchObject({ contest: "C’est pourtant clair" });
  await post(path, { ...ticked, text: "Nul : jamais livré", bought: "no" });
  expect((await collected()).find(({ id }) => id === review!.id)).toMatchObject({
    state: "waiting",
    text: "Nul : jamais livré",
    refusal: null,
    contest: "",
    isBuyer: false,
  });
  expect((await app.call(api.listCollectedReviews, { params, query: {} }, "editor")).counts).toEqual({
    waiting: 1,
    published: 1,
    refused: 0,
  });
  await post(path, { deed: "withdraw" });
  expect((await collected()).map(({ text }) => text)).toEqual(["Trop <b>cher</b>"]);
});

test("[V304, V305] a review that waits too long breaks the promise; one shown for as long as is said is gone", async () => {
  await post(await answer(4, "Bien"), { ...ticked, text: "Bien" });
  now = new Date("2026-04-01T12:00:00Z");
  const { checklist } = await app.call(api.getReviewDisplay, { params });
  expect(checklist.find(({ obligation }) => obligation === "publicationDelay")).toMatchObject({
    state: "broken",
    n: 1,
  });
  now = new Date("2027-03-21T12:00:00Z");
  expect((await app.call(api.getReviewDisplay, { params })).published).toBe(0);
  await deleteExpired({ db: app.stores.db, clickhouse: app.stores.clickhouse, now: () => now });
  expect((await collected()).map(({ text }) => text)).toEqual(["Bien"]);
});
