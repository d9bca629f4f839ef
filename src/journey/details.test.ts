import { expect, test } from "vitest";
import { createDocument } from "./apply.ts";
import { readDocument } from "./document.ts";
import { addCard } from "./edit.ts";
import { newJourneyDraft } from "./template.ts";

test("[J72] an expectation that is said to be unmet stays so when its card is made", () => {
  const draft = newJourneyDraft("", "journey", () => "a");
  const lanes = [{ id: "waits", kind: "expectation" as const, name: "" }];
  const doc = createDocument({ ...draft, lanes, steps: [{ id: "ask", stageId: "a", name: "" }] });
  for (const isMet of [true, false, null])
    addCard(doc, { id: `card-${isMet}`, laneId: "waits", stepId: "ask", text: "", isMet });
  expect(readDocument(doc).cards.map((card) => card.isMet)).toEqual([true, false, null]);
});
