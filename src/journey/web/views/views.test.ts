import { expect, test } from "vitest";
import type { TouchpointMeasure } from "#insight/web/index.ts";
import { type DocumentDraft, JourneyDocument } from "../../model.ts";
import { mapViewOf } from "../map-view.ts";
import { channelGrid } from "./channel-grid.ts";
import { labelsApart } from "#ui/labels-apart.ts";
import { matrixOf } from "./matrix.ts";
import { slidesOf, turned } from "./slides.ts";
import { storyOf } from "./story.ts";
import { chosenRows, tableRows } from "./table-rows.ts";

const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  stages: [
    { id: "before", name: "Avant-vente" },
    { id: "empty", name: "" },
    { id: "sale", name: "Vente" },
  ],
  steps: [
    { id: "dream", stageId: "before", name: "Je rêve" },
    { id: "buy", stageId: "sale", name: "J’achète" },
  ],
  lanes: [
    { id: "ideas", kind: "opportunity", name: "" },
    { id: "pains", kind: "irritant", name: "" },
    { id: "thoughts", kind: "think", name: "" },
    { id: "secret", kind: "delight", name: "", isHidden: true },
  ],
  cards: [
    { id: "slow", laneId: "pains", stepId: "buy", text: "Une caisse fermée", severity: 2 },
    { id: "lost", laneId: "pains", stepId: "dream", text: "Je suis perdu", severity: 5 },
    { id: "help", laneId: "ideas", stepId: "dream", text: "Un guide", value: 4, effort: 2 },
    { id: "dear", laneId: "thoughts", stepId: "dream", text: "C’est cher ?", personaIds: ["ines"] },
    { id: "blank", laneId: "thoughts", stepId: "buy", text: " " },
    { id: "wow", laneId: "secret", stepId: "buy", text: "Oh" },
  ],
  placements: [
    placed("web", "dream", 5),
    placed("shop", "buy", 5),
    placed("till", "buy", null),
    placed("radio", "dream", 1),
  ],
  emotions: [
    { id: "all-lived-dream", stepId: "dream", value: 1 },
    { id: "ines-lived-dream", personaId: "ines", stepId: "dream", value: -2 },
    { id: "all-target-buy", state: "target", stepId: "buy", value: 2 },
  ],
  personas: [{ id: "ines" }],
};
const view = mapViewOf(JourneyDocument.parse(kitchen), null);

function placed(touchpointId: string, stepId: string, importance: number | null) {
  return { id: `${stepId}-${touchpointId}`, stepId, touchpointId, importance, momentOfTruth: false, expectation: null };
}

/** Of a touchpoint that got `n` answers on NPS, all about `value`. */
function measured(n: number, value: number | null, contacts = 0): TouchpointMeasure {
  const score = {
    metric: "nps",
    n,
    value,
    low: value === null ? null : value - 5,
    high: value === null ? null : value + 5,
  };
  return {
    contacts,
    answers: n,
    scores: [{ ...score, trust: "firm", distribution: [], change: null }],
  } as unknown as TouchpointMeasure;
}

test("[U130] the matrix shows what is measured and weighed, and says what it leaves out", () => {
  const measures = new Map([
    ["dream-web", measured(400, 30)],
    ["buy-shop", measured(50, -100)],
    ["buy-till", measured(50, 10)],
    ["dream-radio", measured(4, null)],
  ]);
  const { points, unsaid, unmeasured } = matrixOf([...view.placements.values()].flat(), measures);
  expect(points.map(({ placement, at, importance }) => [placement.id, at, importance])).toEqual([
    ["buy-shop", -1, 5],
    ["dream-web", 0, 5],
  ]);
  expect(unsaid.map(({ id }) => id)).toEqual(["buy-till"]);
  expect(unmeasured.map(({ id }) => id)).toEqual(["dream-radio"]);
});

test("[U131] points that would hide each other are set apart, others stay on their line", () => {
  const placements = ["a", "b", "c"].map((id) => ({ ...JourneyDocument.parse(kitchen).placements[0]!, id }));
  const measures = new Map([
    ["a", measured(400, 30)],
    ["b", measured(400, 31)],
    ["c", measured(400, 90)],
  ]);
  const offsets = new Map(matrixOf(placements, measures).points.map((point) => [point.placement.id, point.offset]));
  expect(offsets.get("a")).toBe(0);
  expect(offsets.get("b")).not.toBe(0);
  expect(offsets.get("c")).toBe(0);
});

test("[U132] the channel grid has every placement once, the busiest channel first, none without a channel lost", () => {
  const channel = (id: string) => ({ id, key: id, name: id, kind: "other" as const });
  const rows = channelGrid(view.steps, view.placements, {
    touchpoint: () => undefined,
    channelOf: (id) => (id === "radio" ? undefined : channel(id === "web" ? "web" : "store")),
    measures: new Map([
      ["buy-shop", measured(0, null, 20)],
      ["buy-till", measured(0, null, 50)],
      ["dream-web", measured(0, null, 60)],
    ]),
  });
  expect(rows.map((row) => [row.channel?.id ?? null, row.contacts])).toEqual([
    ["store", 70],
    ["web", 60],
    [null, null],
  ]);
  const all = rows.flatMap(({ cells }) => [...cells.values()].flat()).map(({ placement }) => placement.id);
  expect(all.toSorted()).toEqual(
    [...view.placements.values()]
      .flat()
      .map(({ id }) => id)
      .toSorted(),
  );
});

test("[U133] the story goes step by step, from what is done to what is planned, without hidden lanes and blank cards", () => {
  const [before, empty, sale] = storyOf(view);
  expect(before?.scenes[0]?.parts.map(({ cards }) => cards.map(({ id }) => id))).toEqual([
    ["dear"],
    ["lost"],
    ["help"],
  ]);
  expect(empty?.scenes).toEqual([]);
  expect(sale?.scenes[0]?.parts.map(({ cards }) => cards.map(({ id }) => id))).toEqual([["slow"]]);
});

test("[U133] told as a persona, the story leaves out what holds for others, and feels what she feels", () => {
  const scene = (persona: string | null) => storyOf(view, persona)[0]?.scenes[0];
  expect(scene("marc")?.parts.map(({ cards }) => cards.map(({ id }) => id))).toEqual([["lost"], ["help"]]);
  expect([scene(null)?.emotion, scene("ines")?.emotion, scene("marc")?.emotion]).toEqual([1, -2, 1]);
  expect(storyOf(view)[2]?.scenes[0]?.emotion).toBeNull();
});

test("[U134] a presentation is a title, each named stage with its steps, and an end; keys stop at both ends", () => {
  const slides = slidesOf(storyOf(view));
  expect(slides.map(({ kind }) => kind)).toEqual(["title", "stage", "step", "stage", "step", "end"]);
  expect([turned(0, 6, "ArrowLeft"), turned(5, 6, " "), turned(2, 6, "PageDown"), turned(2, 6, "a")]).toEqual([
    0,
    5,
    3,
    null,
  ]);
  expect([turned(3, 6, "Home"), turned(3, 6, "End")]).toEqual([0, 5]);
});

test("[U135] the table has every card in reading order, found by all the words typed, whatever their accents", () => {
  const rows = tableRows(view);
  const laneName = ({ kind }: { kind: string }) => (kind === "irritant" ? "Irritants" : kind);
  const ids = (
    text: string,
    by: "place" | "severity" | "priority" = "place",
    isDescending = false,
    laneId: string | null = null,
  ) => chosenRows(rows, { text, laneId, stageId: null }, { by, isDescending }, laneName).map(({ card }) => card.id);
  expect(ids("")).toEqual(["help", "lost", "dear", "slow", "blank", "wow"]);
  expect(ids("FERMEE irritants")).toEqual(["slow"]);
  expect(ids("", "place", false, "pains")).toEqual(["lost", "slow"]);
  expect(ids("", "severity", true).slice(0, 3)).toEqual(["lost", "slow", "help"]);
  expect(ids("", "severity").slice(0, 3)).toEqual(["slow", "lost", "help"]);
  expect(ids("", "priority", true)[0]).toBe("help");
});

test("[U131] names in the matrix cover neither each other nor a dot while there is room", () => {
  const dots = [
    { x: 200, y: 100, text: "Rendez-vous projet" },
    { x: 204, y: 80, text: "Livraison à domicile" },
    { x: 215, y: 104, text: "Caisse" },
  ];
  const boxes = labelsApart(dots, 600).map(({ x, y, anchor }, index) => {
    const length = (dots[index]?.text.length ?? 0) * 6.6;
    const left = anchor === "start" ? x : anchor === "end" ? x - length : x - length / 2;
    return { left, right: left + length, top: y - 11, bottom: y + 3 };
  });
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
      expect(isApart).toBe(true);
    }
  }
});
