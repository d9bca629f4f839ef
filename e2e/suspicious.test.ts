import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { answerSurvey, createSurvey } from "#voice/api.ts";
import { readyContent } from "#voice/wording.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { oneTouchpoint } from "./one-touchpoint.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "suspicious");
const voice = wordsOf("fr", "voice");
const collect = wordsOf("fr", "collect");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

test("[U173, U174, U175] a survey leads to what is to be checked of it, which is judged and put back; on a phone nothing runs off the side", async () => {
  const visitor = await visit(product, "fr");
  const { workspaceId, touchpointId } = await oneTouchpoint(visitor, { lanes: ["touchpoint"] });
  const { questions, ...rest } = readyContent("nps", { relation: "transactional", task: "" }, ["fr"]);
  const [score, ...others] = questions;
  // A script that no font of ours has.
  const asked = { ...(score ?? expect.fail("it asks")), text: { fr: "هل توصي بنا؟" } };
  const { id, url } = await visitor.call(createSurvey, {
    params: { workspaceId },
    body: { touchpointId, name: "Devis", state: "open", content: { ...rest, questions: [asked, ...others] } },
  });
  const token = new URL(url).pathname.split("/").at(-1) ?? "";
  const given = { answers: { score: 2 }, took: 100, firstScore: 9, way: "email" } as const;
  for (const attempt of [randomUUID(), randomUUID()])
    await visitor.call(answerSurvey, { params: { token }, body: { ...given, attempt } });

  const viewport = { width: 390, height: 844 };
  const { page } = await openWindow(browser, { storageState: product.signedIn, viewport });
  await page.goto(`${product.url}/w/${workspaceId}/voice`);
  await page.getByRole("button", { name: "Devis" }).waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: "Devis" }).click();
  await page.getByText(collect("posterWithout.question")).waitFor();
  await page
    .getByRole("dialog")
    .getByRole("link", { name: voice("toCheck") })
    .click();

  const list = page.getByRole("list", { name: t("title") });
  const items = list.getByRole("article");
  await items.nth(1).waitFor();
  expect(page.url()).toContain(`survey=${id}`);
  await items.first().getByText(t("reason.tooFast")).waitFor();
  await items
    .first()
    .getByText(t("pressedFirst", { first: 9, sent: 2 }))
    .waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  expect(await overflow(page)).toBe(0);

  await page.getByRole("checkbox", { name: t("tickAll", { count: 0 }) }).check();
  await page
    .getByRole("button", { name: t("reject") })
    .first()
    .click();
  await page.getByRole("heading", { name: t("none.undecided") }).waitFor();
  await page.getByText(t("state.rejected", { n: 2 })).click();
  await items.nth(1).waitFor();
  await list
    .getByRole("button", { name: t("accept") })
    .first()
    .click();
  await page.getByText(t("state.accepted", { n: 1 })).click();
  await list.getByRole("button", { name: t("takeBack") }).click();
  await page.getByRole("heading", { name: t("none.accepted") }).waitFor();
});
