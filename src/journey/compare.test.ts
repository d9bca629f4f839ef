import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf, compareDocuments, countChanges } from "./compare.ts";
import { anyFile } from "./format/journey-file.testing.ts";
import { type DocumentDraft, JourneyDocument } from "./model.ts";

const kitchen: DocumentDraft = {
  name: "Cuisine",
  stages: [
    { id: "s1", name: "Avant" },
    { id: "s2", name: "Après" },
  ],
  steps: [
    { id: "a", stageId: "s1", name: "Je rêve" },
    { id: "b", stageId: "s1", name: "Je compare" },
    { id: "c", stageId: "s2", name: "Je cuisine" },
  ],
  lanes: [
    { id: "t", kind: "touchpoint", name: "" },
    { id: "i", kind: "irritant", name: "" },
    { id: "d", kind: "delight", name: "" },
  ],
  cards: [
    { id: "x", laneId: "i", stepId: "a", text: "Trop cher" },
    { id: "y", laneId: "i", stepId: "a", text: "Trop long" },
    { id: "z", laneId: "d", stepId: "c", text: "Belle" },
  ],
  placements: [{ id: "p", stepId: "a", touchpointId: "web", importance: 3, momentOfTruth: false, expectation: null }],
};
const of = (change: Partial<DocumentDraft>) => JourneyDocument.parse({ ...kitchen, ...change });
const said = (before: JourneyDocument, after: JourneyDocument) =>
  compareDocuments(before, after).changes.map(({ subject, kind, before: from, after: to, fields }) =>
    [
      subject,
      kind,
      (to ?? from) === null || subject === "journey" ? "" : ((to ?? from) as { id: string }).id,
      ...fields.map(({ field }) => field),
    ]
      .join(" ")
      .trim(),
  );

test("[J150] a map does not differ from itself, and what is added one way is removed the other", () => {
  fc.assert(
    fc.property(anyFile, ({ document }) => {
      expect(compareDocuments(document, document).changes).toEqual([]);
    }),
  );
  fc.assert(
    fc.property(anyFile, anyFile, (one, other) => {
      const [there, back] = [
        compareDocuments(one.document, other.document),
        compareDocuments(other.document, one.document),
      ];
      const [counts, mirrored] = [countChanges(there.changes), countChanges(back.changes)];
      expect([counts.added, counts.removed]).toEqual([mirrored.removed, mirrored.added]);
      expect(there.steps.filter(({ after }) => after !== null).map(({ after }) => after)).toEqual(other.document.steps);
    }),
  );
});

test("[J151] every difference is said once, of the element it is of", () => {
  const after = of({
    name: "Ma cuisine",
    framing: { objective: "Vendre" },
    steps: [...kitchen.steps.filter(({ id }) => id !== "b"), { id: "e", stageId: "s2", name: "Je raconte" }],
    cards: [
      { id: "x", laneId: "i", stepId: "a", text: "Bien trop cher", severity: 4 },
      { id: "y", laneId: "d", stepId: "a", text: "Trop long" },
      { id: "w", laneId: "d", stepId: "c", text: "Neuve" },
    ],
    placements: [{ ...kitchen.placements[0]!, importance: 5 }],
  });
  expect(said(of({}), after)).toEqual([
    "journey changed  name objective",
    "step removed b",
    "step added e",
    "placement changed p importance",
    "card changed x text severity",
    "card moved y",
    "card removed z",
    "card added w",
  ]);
});

test("[J152] of steps that changed places the fewest count as moved", () => {
  const [a, b, c] = kitchen.steps.map((step) => ({ ...step, stageId: "s1" }));
  expect(said(of({ steps: [a!, b!, c!] }), of({ steps: [c!, a!, b!] }))).toEqual(["step moved c"]);
  expect(
    said(of({}), of({ steps: [kitchen.steps[0]!, { ...kitchen.steps[1]!, stageId: "s2" }, kitchen.steps[2]!] })),
  ).toEqual(["step moved b"]);
});

test("[J153] maps that share no ids are compared by names, texts and places", () => {
  const renamed = JSON.parse(
    JSON.stringify(kitchen).replaceAll(/"(id|stageId|laneId|stepId)":"(\w+)"/g, '"$1":"other-$2"'),
  ) as DocumentDraft;
  expect(said(of({}), JourneyDocument.parse(renamed))).toEqual([]);
  renamed.cards.push({ id: "n", laneId: "other-i", stepId: "other-c", text: "Bruyante" });
  expect(said(of({}), JourneyDocument.parse(renamed))).toEqual(["card added n"]);
});

test("[J154] side by side, what is gone stands where it was, and a moved card at both places", () => {
  const after = of({
    steps: [kitchen.steps[0]!, kitchen.steps[2]!],
    cards: [{ ...kitchen.cards[0]!, stepId: "c" }],
  });
  const comparison = compareDocuments(of({}), after);
  expect(comparison.steps.map(({ key }) => key)).toEqual(["a", "-b", "c"]);
  const cells = cellsOf(comparison);
  expect(
    cells
      .get("a i")
      ?.map(({ key }) => key)
      .toSorted(),
  ).toEqual(["-y", "x"]);
  expect(cells.get("c i")?.map(({ key }) => key)).toEqual(["x"]);
});
