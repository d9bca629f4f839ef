import { expect, test } from "vitest";
import { copyOfLane, matchSteps } from "./lane-copy.ts";
import { JourneyDocument, type Step } from "./model.ts";

const step = (id: string, name: string): Step => ({ id, name, stageId: "s", selfScore: null });
const mapOf = (steps: Step[], cards: { stepId: string; text: string; personaIds?: string[] }[] = []) =>
  JourneyDocument.parse({
    name: "",
    stages: [{ id: "s", name: "" }],
    steps,
    lanes: [
      { id: "l", kind: "irritant", name: "Douleurs", isLocked: true },
      { id: "t", kind: "touchpoint", name: "" },
    ],
    cards: cards.map((card, index) => ({ ...card, id: `c${index}`, laneId: "l" })),
    placements: [],
  });
const counter = () => {
  let last = 0;
  return () => `n${(last += 1)}`;
};

test("[J183] steps match by name, whatever case, accents and punctuation; then by place", () => {
  const source = [step("a", "Je découvre"), step("b", "J’achète"), step("c", "Je reçois"), step("d", "Je répare")];
  const target = [step("1", "J'ACHETE !"), step("2", "Je compare"), step("3", "je decouvre")];
  expect([...matchSteps(source, target)]).toEqual([
    ["a", "3"],
    ["b", "1"],
  ]);
  expect([...matchSteps([step("a", ""), step("b", "Deux")], [step("1", ""), step("2", "Autre")])]).toEqual([
    ["a", "1"],
    ["b", "2"],
  ]);
  expect([...matchSteps([step("a", "X"), step("b", "X")], [step("1", "X"), step("2", "X")])]).toEqual([
    ["a", "1"],
    ["b", "2"],
  ]);
});

test("[J183] a copied lane takes its cards along with new ids, unlocked, and says which steps had no like", () => {
  const source = mapOf(
    [step("a", "Je découvre"), step("b", "J’achète")],
    [
      { stepId: "a", text: "Perdu", personaIds: ["p"] },
      { stepId: "b", text: "Cher" },
      { stepId: "b", text: "Long" },
    ],
  );
  const copy = copyOfLane(source, "l", mapOf([step("1", "Je découvre")]), counter());
  expect(copy?.lane).toMatchObject({ id: "n1", kind: "irritant", name: "Douleurs", isLocked: false });
  expect(copy?.cards).toMatchObject([{ id: "n2", laneId: "n1", stepId: "1", text: "Perdu", personaIds: [] }]);
  expect(copy?.unmatched).toEqual([{ name: "J’achète", cards: 2 }]);
});

test("[J183] a lane that holds no cards, or is not there, is not copied", () => {
  const map = mapOf([step("a", "A")]);
  expect(copyOfLane(map, "t", map, counter())).toBeNull();
  expect(copyOfLane(map, "gone", map, counter())).toBeNull();
});

test("[J85, J183] the emotions go to the lane of emotions that is there, of personas that are told there, where nothing is known", () => {
  const emotions = [
    { id: "e1", stepId: "a", value: -2 },
    { id: "e2", stepId: "b", value: 1 },
    { id: "e3", stepId: "a", value: 1.5, personaId: "p", state: "target" as const },
    { id: "e4", stepId: "a", value: 1, personaId: "stranger" },
  ];
  const source = JourneyDocument.parse({
    ...mapOf([step("a", "Je découvre"), step("b", "J’achète")]),
    lanes: [{ id: "e", kind: "emotion", name: "", isLocked: true }],
    personas: [{ id: "p" }, { id: "stranger" }],
    emotions,
  });
  const alone = JourneyDocument.parse({ ...mapOf([step("1", "J’achète"), step("2", "X")]), personas: [{ id: "p" }] });
  expect(copyOfLane(source, "e", alone, counter())).toMatchObject({
    lane: { id: "n1", kind: "emotion", isLocked: false },
    isNew: true,
    emotions: [{ stepId: "1", value: 1, personaId: null }],
    leftEmotions: 3,
  });
  const there = JourneyDocument.parse({
    ...mapOf([step("1", "Je découvre"), step("2", "J’achète")]),
    lanes: [{ id: "own", kind: "emotion", name: "" }],
    personas: [{ id: "p" }],
    emotions: [{ id: "said", stepId: "2", value: 2 }],
  });
  const copy = copyOfLane(source, "e", there, counter());
  expect(copy).toMatchObject({ lane: { id: "own" }, isNew: false, leftEmotions: 2 });
  expect(copy?.emotions).toEqual([
    { stepId: "1", value: -2, personaId: null, state: "lived" },
    { stepId: "1", value: 1.5, personaId: "p", state: "target" },
  ]);
});
