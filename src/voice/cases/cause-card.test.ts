import { expect, test } from "vitest";
import { createDocument } from "#journey/apply.ts";
import { readDocument } from "#journey/document.ts";
import { deleteCard, setDetails } from "#journey/edit.ts";
import { type CauseCard, evidenceOf, putCause } from "./cause-card.ts";

const map = () =>
  createDocument({
    name: "Magasin",
    stages: [{ id: "sale", name: "Vente" }],
    steps: [{ id: "pay", stageId: "sale", name: "Je paie" }],
    lanes: [
      { id: "locked", kind: "irritant", name: "", isLocked: true },
      { id: "open", kind: "irritant", name: "" },
    ],
    cards: [],
    placements: [],
  });
const card: CauseCard = {
  cardId: "c",
  stepId: "pay",
  kind: "irritant",
  text: "File",
  before: "",
  evidence: "1 dossier",
};

test("[V232] what people wrote around the evidence stays, and a card that was deleted comes back", () => {
  const doc = map();
  putCause(doc, card);
  expect(readDocument(doc).cards).toMatchObject([{ laneId: "open", text: "File", evidence: "1 dossier" }]);
  setDetails(doc, "cards", "c", { evidence: "Vu en magasin.\n1 dossier\nÀ vérifier." });
  putCause(doc, { ...card, before: "1 dossier", evidence: "2 dossiers" });
  expect(readDocument(doc).cards[0]?.evidence).toBe("Vu en magasin.\n2 dossiers\nÀ vérifier.");
  setDetails(doc, "cards", "c", { evidence: "Autre chose" });
  putCause(doc, { ...card, before: "2 dossiers", evidence: "3 dossiers" });
  expect(readDocument(doc).cards[0]?.evidence).toBe("Autre chose\n3 dossiers");
  deleteCard(doc, "c");
  putCause(doc, { ...card, before: "3 dossiers", evidence: "4 dossiers" });
  expect(readDocument(doc).cards[0]?.evidence).toBe("4 dossiers");
});

test("[V232] the evidence says how many cases, and five comments without personal data", () => {
  const evidence = evidenceOf(7, ["", "Mon mail : a@b.fr", "x ".repeat(300), "c", "d", "e", "f"], "fr").split("\n");
  expect(evidence[0]).toBe("7 dossiers clos avec cette cause");
  expect(evidence).toHaveLength(6);
  expect(evidence[1]).toBe("« Mon mail : •••••• »");
  expect(evidence.join("").length).toBeLessThan(1_500);
  expect(evidenceOf(1, ["Slow"], "en")).toBe("1 case closed with this cause\n“Slow”");
});
