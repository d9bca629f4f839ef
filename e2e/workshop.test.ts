import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { getJourney } from "#journey/api.ts";
import type { DocumentDraft } from "#journey/model.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { mapPage } from "./pages/map.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "journey");

const kinds = [
  "touchpoint",
  "emotion",
  "action",
  "think",
  "expectation",
  "irritant",
  "delight",
  "promise",
  "staffView",
  "opportunity",
] as const;
const steps = Array.from({ length: 15 }, (_, index) => ({
  id: `step${index}`,
  stageId: ["before", "sale", "after"][Math.floor(index / 5)] ?? "before",
  name: `Je vis le moment ${String.fromCodePoint(65 + index)}`,
}));
/** What a facilitator prepares: three stages of five steps, ten lanes, an irritant a step. */
const prepared: DocumentDraft = {
  name: "Déménager",
  stages: [
    { id: "before", name: "Avant" },
    { id: "sale", name: "Pendant" },
    { id: "after", name: "Après" },
  ],
  steps,
  lanes: kinds.map((kind) => ({ id: kind, kind, name: "" })),
  cards: steps.map(({ id }, index) => ({
    id: `pain${index}`,
    laneId: "irritant",
    stepId: id,
    text: `On attend, encore (${index + 1})`,
  })),
  placements: [],
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

test("[E9] eight people fill one map at once, and it is taken away as slides, paper and a sheet", async () => {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Atelier");
  const { id: journeyId, url } = await visitor.newJourney(workspaceId, prepared);
  const people = [product.signedIn];
  for (const index of [1, 2, 3, 4, 5, 6, 7])
    people.push(
      await visitor.invite(workspaceId, { name: `Participant ${index}`, role: index > 4 ? "contributor" : "editor" }),
    );
  const maps = [];
  for (const storageState of people) {
    const { page } = await openWindow(browser, { storageState });
    page.setDefaultTimeout(40_000);
    const map = mapPage(page, "fr");
    await map.open(url);
    maps.push({ page, map });
  }

  const words = maps.map((_, index) => `Idée ${index + 1}`);
  await Promise.all(
    maps.map(({ map }, index) => map.addCard(t("lane.opportunity"), steps[index % 3]?.name ?? "", words[index] ?? "")),
  );
  for (const { map } of maps) for (const word of words) await map.text(word).waitFor();

  const { document } = await visitor.call(getJourney, { params: { journeyId } });
  expect(document.cards.map(({ text }) => text)).toEqual(expect.arrayContaining(words));
  expect(document.cards).toHaveLength(steps.length + words.length);

  for (const [file, magic] of [
    ["export.pptx", "PK"],
    ["export.pdf", "%PDF-"],
    ["data.xlsx", "PK"],
  ] as const) {
    const page = maps[0]?.page;
    const answer = await page?.request.get(`${product.url}/api/v1/journeys/${journeyId}/${file}`);
    expect(answer?.status(), file).toBe(200);
    const body = (await answer?.body()) ?? Buffer.alloc(0);
    expect(body.subarray(0, magic.length).toString("latin1"), file).toBe(magic);
    expect(body.length, file).toBeGreaterThan(5_000);
  }
});
