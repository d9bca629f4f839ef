import { expect, test } from "vitest";
import { JourneyDocument, type DocumentDraft } from "./model.ts";
import { isFirstPerson, type KnownTouchpoint, monthsAfter, type Warning, warningsOf } from "./warnings.ts";

const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  stages: [
    { id: "before", name: "Avant-vente" },
    { id: "sale", name: "Vente" },
    { id: "after", name: "Après-vente" },
  ],
  steps: [
    { id: "dream", stageId: "before", name: "Je rêve" },
    { id: "buy", stageId: "sale", name: "J’achète" },
    { id: "repair", stageId: "after", name: "Je fais réparer" },
  ],
  lanes: [
    { id: "pains", kind: "irritant", name: "" },
    { id: "wants", kind: "expectation", name: "" },
    { id: "ideas", kind: "opportunity", name: "" },
  ],
  cards: [],
  placements: [placed("web", "dream"), placed("shop", "buy"), placed("web", "repair")],
};

const library: Record<string, KnownTouchpoint> = {
  web: known("Site", "web", "digital"),
  shop: known("Magasin", "shop", "sales"),
  mail: known("E-mail de compte", "email", "digital", "company"),
  confirmation: known("E-mail de commande", "email", "digital", "company"),
};

function known(
  name: string,
  channel: string,
  team: string,
  initiator: "customer" | "company" = "customer",
): KnownTouchpoint {
  return {
    name,
    channelId: channel,
    channelName: channel,
    channelKind: "other",
    teamId: team,
    teamName: team,
    initiator,
  };
}

function placed(touchpointId: string, stepId: string, more: object = {}) {
  const said = { importance: null, momentOfTruth: false, expectation: null, ...more };
  return { id: `${stepId}-${touchpointId}`, stepId, touchpointId, ...said };
}

function card(id: string, laneId: string, more: object = {}) {
  return { id, laneId, stepId: "buy", text: id, ...more };
}

/** What a well-kept map is warned of, once `change` is made to it; as `rule subject`. */
function warnings(change: Partial<DocumentDraft> = {}, more: Partial<Parameters<typeof warningsOf>[0]> = {}): string[] {
  return full(change, more).map(({ rule, subject }) => `${rule} ${subject.id}`);
}

function full(change: Partial<DocumentDraft> = {}, more: Partial<Parameters<typeof warningsOf>[0]> = {}): Warning[] {
  return warningsOf({
    id: "map",
    kind: "journey",
    document: JourneyDocument.parse({ ...kitchen, ...change }),
    touchpoint: (id) => library[id],
    answers: () => 0,
    ownerId: "camille",
    reviewedAt: new Date("2026-06-01"),
    reviewMonths: 6,
    now: new Date("2026-11-01"),
    ...more,
  });
}

test("[V16] a well-kept map is warned of nothing", () => {
  expect(warnings({ placements: [placed("shop", "dream"), placed("shop", "buy"), placed("web", "repair")] })).toEqual(
    [],
  );
});

test("[V1] a step without a touchpoint", () => {
  expect(warnings({ placements: [placed("web", "dream"), placed("shop", "repair")] })).toEqual(["V1 buy"]);
});

test("[V2] a map of one channel, from three touchpoints on", () => {
  const all = ["dream", "buy", "repair"].map((step) => placed("web", step));
  expect(full({ placements: all }).find(({ rule }) => rule === "V2")?.values).toEqual({ channel: "web", n: 3 });
  expect(warnings({ placements: all.slice(1) })).not.toContain("V2 map");
});

test("[V3] a map of one team, although through two channels", () => {
  const all = [placed("web", "dream"), placed("mail", "buy"), placed("web", "repair")];
  expect(warnings({ placements: all })).toContain("V3 map");
  expect(warnings()).not.toContain("V3 map");
});

test.each([
  ["Je compare", true],
  ["j'achète", true],
  ["J’attends ma livraison", true],
  ["Le conseiller me rappelle", true],
  ["I compare", true],
  ["We order together", true],
  ["I’ve been called back", true],
  ["On m’appelle", true],
  ["Comparaison des offres", false],
  ["Jeu concours", false],
  ["Item delivery", false],
  ["Demande de devis", false],
])("[V4] «%s» is in the first person: %s", (name, expected) => {
  expect(isFirstPerson(name)).toBe(expected);
});

test("[V4, V5] steps are said by who lives them, on a blueprint by anybody, and everywhere they have a name", () => {
  const steps = [
    { id: "dream", stageId: "before", name: "Inspiration" },
    { id: "buy", stageId: "sale", name: " " },
    { id: "repair", stageId: "after", name: "Je fais réparer" },
  ];
  const placements = [placed("shop", "dream"), placed("shop", "buy"), placed("web", "repair")];
  expect(warnings({ steps, placements })).toEqual(["V4 dream", "V5 buy"]);
  expect(warnings({ steps, placements }, { kind: "blueprint" })).toEqual(["V5 buy"]);
});

test("[V6] what matters needs answers or evidence, once the figures are known", () => {
  const placements = [
    placed("shop", "dream"),
    placed("shop", "buy", { importance: 4 }),
    placed("web", "repair", { momentOfTruth: true }),
  ];
  expect(warnings({ placements })).toEqual(["V6 buy-shop", "V6 repair-web"]);
  expect(warnings({ placements }, { answers: null })).toEqual([]);
  expect(warnings({ placements }, { answers: (id) => (id === "repair-web" ? 5 : 4) })).toEqual(["V6 buy-shop"]);
  expect(warnings({ placements, cards: [card("said", "wants", { evidence: "12 entretiens" })] })).toEqual([
    "V6 repair-web",
  ]);
});

test("[V7, V8] somebody answers for the map and looks it through in time", () => {
  const placements = [placed("shop", "dream"), placed("shop", "buy"), placed("web", "repair")];
  expect(warnings({ placements }, { ownerId: null, reviewedAt: null })).toEqual(["V7 map", "V8 map"]);
  expect(warnings({ placements }, { now: new Date("2026-12-01") })).toEqual(["V8 map"]);
  expect(warnings({ placements }, { now: new Date("2026-11-30T23:59:59Z") })).toEqual([]);
});

test("[V8] half a year after the 31st of August is the last of February", () => {
  expect(monthsAfter(new Date("2026-08-31"), 6)).toEqual(new Date("2027-02-28"));
  expect(monthsAfter(new Date("2026-12-31"), 1)).toEqual(new Date("2027-01-31"));
});

test("[V9] more than ten steps at low maturity", () => {
  const steps = Array.from({ length: 11 }, (_, index) => ({ id: `s${index}`, stageId: "before", name: "Je fais" }));
  const rules = (maturity: "low" | "high", count: number) =>
    warnings({ steps: steps.slice(0, count), framing: { maturity } }).filter((one) => one.startsWith("V9"));
  expect(rules("low", 11)).toEqual(["V9 map"]);
  expect(rules("low", 10)).toEqual([]);
  expect(rules("high", 11)).toEqual([]);
});

test("[V10] two mails for one event of the customer", () => {
  const placements = [
    placed("shop", "dream"),
    placed("mail", "buy"),
    placed("confirmation", "buy"),
    placed("web", "repair"),
  ];
  const found = full({ placements }).find(({ rule }) => rule === "V10");
  expect(found?.values["touchpoints"]).toBe("E-mail de compte, E-mail de commande");
  const [dream, mail, confirmation, repair] = placements;
  const wanted = { ...confirmation, flag: "missing" as const };
  expect(warnings({ placements: [dream, mail, wanted, repair] as typeof placements })).toEqual([
    "V12 buy-confirmation",
  ]);
});

test("[V11] a channel that is left out in between", () => {
  expect(full().map(({ rule, subject, values }) => [rule, subject.id, values["channel"]])).toEqual([
    ["V11", "sale", "web"],
  ]);
});

test("[V12, V15] a missing touchpoint and an unmet expectation ask for an opportunity", () => {
  const placements = [placed("shop", "dream"), placed("shop", "buy", { flag: "missing" }), placed("web", "repair")];
  const cards = [card("said", "wants", { isMet: false }), card("kept", "wants", { isMet: true })];
  expect(warnings({ placements, cards })).toEqual(["V12 buy-shop", "V15 said"]);
  expect(warnings({ placements, cards: [...cards, card("idea", "ideas")] })).toEqual([]);
});

test("[V13] a severe pain point needs evidence", () => {
  const placements = [placed("shop", "dream"), placed("shop", "buy"), placed("web", "repair")];
  const cards = [
    card("severe", "pains", { severity: 4 }),
    card("light", "pains", { severity: 3 }),
    card("shown", "pains", { severity: 5, evidence: "211 verbatims" }),
  ];
  expect(warnings({ placements, cards })).toEqual(["V13 severe"]);
});

test("[V14] a stage without a step", () => {
  const stages = [...kitchen.stages, { id: "empty", name: "Fidélité" }];
  expect(
    warnings({ stages, placements: [placed("shop", "dream"), placed("shop", "buy"), placed("web", "repair")] }),
  ).toEqual(["V14 empty"]);
});
