import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DateTime } from "luxon";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureJourney } from "#insight/index.ts";
import type { JourneyMeasures, Metric, Score } from "#insight/model.ts";
import { setCardText } from "#journey/edit.ts";
import { createLogEditor, findJourney, getJourney } from "#journey/index.ts";
import { createLog } from "#platform/log.ts";
import { testStores, type TestStores } from "#testing/stores.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { getWorkspace } from "#workspace/index.ts";
import { labelDemo } from "./label.ts";
import { loadDemo, type DemoDeps } from "./load.ts";
import { labelsOf } from "./mapping.ts";

const today = "2026-11-22";
const words = labelsOf.en;
const month = DateTime.fromISO(today, { zone: "utc" }).startOf("month");

let stores: TestStores;
let deps: DemoDeps;
let dataDir: string;
let workspaceId: string;

type Asked = Parameters<typeof measureJourney>[2];

async function measure(asked: Asked, key = "kitchen"): Promise<JourneyMeasures> {
  const journey = await findJourney(stores.db, key, workspaceId);
  return measureJourney(stores, journey!.id, asked);
}

/** Whole months counted back from today's: `{ from: 6, to: 1 }` is the last six that are over. */
function monthsBack({ from, to }: { from: number; to: number }): { from: string; to: string } {
  return {
    from: month.minus({ months: from }).toISODate()!,
    to: month
      .minus({ months: to - 1 })
      .minus({ days: 1 })
      .toISODate()!,
  };
}

const at = ({ touchpoints }: JourneyMeasures, key: string) => touchpoints.find((touchpoint) => touchpoint.key === key)!;
const scoreAt = (figures: { scores: Score[] }, metric: Metric) =>
  figures.scores.find((score) => score.metric === metric)!;

beforeAll(async () => {
  stores = await testStores();
  dataDir = await mkdtemp(join(tmpdir(), "parcours-demo-test-"));
  await chmod(dataDir, 0o755);
  const editor = createLogEditor({ db: stores.db, processId: randomUUID() });
  deps = {
    db: stores.db,
    clickhouse: stores.clickhouse,
    dataDir,
    editor,
    log: createLog({ level: "silent", now: () => new Date(), write: () => {} }),
    now: () => new Date(),
    newId: randomUUID,
    ensureJourney: () => Promise.reject(new Error("the demo's mapping makes no journey")),
  };
  ({ workspaceId } = await loadDemo(deps, { locale: "en", today }));
}, 120_000);

afterAll(async () => {
  await stores.close();
  await rm(dataDir, { recursive: true });
});

test("[D1] delivery tracking hurts: its CSAT is far below every other of the map, and it is the first place to act", async () => {
  const measures = await measure(monthsBack({ from: 3, to: 1 }));
  const tracking = scoreAt(at(measures, "delivery-tracking"), "csat");
  expect(tracking.value).toBeGreaterThan(40);
  expect(tracking.value).toBeLessThan(56);
  const others = measures.touchpoints
    .filter(({ key }) => key !== "delivery-tracking")
    .flatMap(({ scores }) => scores)
    .filter(({ metric, n }) => metric === "csat" && n >= 30);
  expect(others.length).toBeGreaterThanOrEqual(5);
  for (const { low } of others) expect(low).toBeGreaterThan(tracking.high!);
  expect(measures.priorities[0]).toMatchObject({ key: "delivery-tracking", importance: 5, trust: "firm" });
});

describe("the break from the web quote to the shop", () => {
  test("[D2] three web quotes in ten go nowhere, against one in eight made in the shop", async () => {
    const measures = await measure({ splitBy: words.path });
    const share = (touchpoint: string, value: string) => {
      const { people, split } = at(measures, touchpoint);
      return split.find((one) => one.value === value)!.people / people;
    };
    expect(share("web-quote", words.webNone)).toBeCloseTo(0.31, 1);
    expect(share("shop-quote", words.shopNone)).toBeCloseTo(0.12, 1);
  });

  test("[D2] an appointment is harder for those who come with a web quote", async () => {
    const { split } = at(await measure({ splitBy: words.path }), "shop-appointment");
    const ces = (value: string) =>
      scoreAt(
        split.find((one) => one.value === value)!,
        "ces",
      );
    expect(ces(words.shop).value! - ces(words.webShop).value!).toBeGreaterThan(1);
    expect(ces(words.webShop).high).toBeLessThan(ces(words.shop).low!);
  });
});

test("[D3] in spring twice as many call, and calling costs more effort", async () => {
  const winter = at(await measure({ from: "2025-12-01", to: "2026-02-28" }), "phone-help");
  const spring = at(await measure({ from: "2026-03-01", to: "2026-05-31" }), "phone-help");
  expect(spring.contacts / winter.contacts).toBeGreaterThan(1.6);
  const { change } = scoreAt(spring, "ces");
  expect(change!.high).toBeLessThan(-0.6);
});

test("[D4] since there is one delivery date, choosing it pleases more and fewer deliveries are late", async () => {
  const since = await measure({ ...monthsBack({ from: 9, to: 4 }), splitBy: words.delivery });
  const { change } = scoreAt(at(since, "delivery-date"), "csat");
  expect(change!.value).toBeGreaterThan(15);
  expect(change!.low).toBeGreaterThan(0);
  const before = await measure({ ...monthsBack({ from: 15, to: 10 }), splitBy: words.delivery });
  const late = (measures: JourneyMeasures) => {
    const { people, split } = at(measures, "delivery");
    return split.find(({ value }) => value === words.late)!.people / people;
  };
  expect(late(before) - late(since)).toBeGreaterThan(0.1);
});

test("[D5] professionals recommend the checkout far less than other customers", async () => {
  const { split } = at(await measure({ splitBy: words.type }), "checkout-shop");
  const nps = (value: string) =>
    scoreAt(
      split.find((one) => one.value === value)!,
      "nps",
    );
  expect(nps(words.professional).high).toBeLessThan(nps(words.individual).low!);
});

test("[D7] the workspace holds what the issue of the demo asks for", async () => {
  const kitchen = (await measure({})).whole;
  expect(kitchen.people).toBeGreaterThan(20_000);
  expect(kitchen.contacts).toBeGreaterThan(200_000);
  expect(kitchen.answers).toBeGreaterThan(15_000);
});

test("[D10] a touchpoint on both maps is measured once and shown on each", async () => {
  const [kitchen, repair] = [await measure({}), await measure({}, "repair")];
  const { placementId: _here, stepId: _step, step: _name, ...onKitchen } = at(kitchen, "phone-help");
  expect(at(repair, "phone-help")).toMatchObject(onKitchen);
  expect(at(kitchen, "satisfaction-survey").responseRate).toBeGreaterThan(0.15);
  expect(at(kitchen, "shop-advice").responseRate).toBeNull();
});

test("[D11] loading again does nothing", async () => {
  const before = (await measure({})).whole;
  expect(await loadDemo(deps, { locale: "en", today: "2026-12-01" })).toEqual({ workspaceId, isNew: false });
  expect((await measure({})).whole).toEqual(before);
});

test("[D12] the demo can be said in the other language, without touching what somebody edited", async () => {
  const journey = await findJourney(stores.db, "kitchen", workspaceId);
  await deps.editor.edit(journey!.id, null, (doc) => setCardText(doc, "fit-promise-2", "We stay on the line"));
  await labelDemo(deps, { workspaceId, locale: "fr" });

  expect(await getWorkspace(stores.db, workspaceId)).toMatchObject({ name: "Rabot (démo)", locale: "fr" });
  const { touchpoints } = await getLibrary(stores.db, workspaceId);
  expect(touchpoints.find(({ key }) => key === "delivery-tracking")).toMatchObject({ name: "Suivi de livraison" });
  const { document } = (await getJourney(stores.db, journey!.id))!;
  expect(document.name).toBe("Rénover sa cuisine");
  expect(document.steps[3]).toMatchObject({ id: "quote", name: "Je fais mon devis" });
  expect(document.cards.find(({ id }) => id === "fit-irritant-0")).toMatchObject({
    text: "Rappel promis, jamais venu",
  });
  expect(document.cards.find(({ id }) => id === "fit-promise-2")).toMatchObject({ text: "We stay on the line" });

  const { split } = at(await measure({ splitBy: labelsOf.fr.type }), "checkout-shop");
  expect(split.map(({ value }) => value)).toEqual(expect.arrayContaining([labelsOf.fr.professional]));
  const lost = at(await measure({ splitBy: words.type }), "checkout-shop").split;
  expect(lost.map(({ value }) => value)).toEqual([""]);
});
