import { expect, test } from "vitest";
import { createDocument } from "#journey/apply.ts";
import { readDocument } from "#journey/document.ts";
import { deleteCard, setDetails } from "#journey/edit.ts";
import { changeEvidence, type MapCard, putCard } from "./map-card.ts";

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
const card: MapCard = {
  cardId: "c",
  stepId: "pay",
  kind: "irritant",
  text: "File",
  before: "",
  evidence: "1 dossier",
};

test("[V232] what people wrote around the evidence stays, and a card that was deleted comes back", () => {
  const doc = map();
  putCard(doc, card);
  expect(readDocument(doc).cards).toMatchObject([{ laneId: "open", text: "File", evidence: "1 dossier" }]);
  setDetails(doc, "cards", "c", { evidence: "Vu en magasin.\n1 dossier\nÀ vérifier." });
  putCard(doc, { ...card, before: "1 dossier", evidence: "2 dossiers" });
  expect(readDocument(doc).cards[0]?.evidence).toBe("Vu en magasin.\n2 dossiers\nÀ vérifier.");
  setDetails(doc, "cards", "c", { evidence: "Autre chose" });
  putCard(doc, { ...card, before: "2 dossiers", evidence: "3 dossiers" });
  expect(readDocument(doc).cards[0]?.evidence).toBe("Autre chose\n3 dossiers");
  deleteCard(doc, "c");
  putCard(doc, { ...card, before: "3 dossiers", evidence: "4 dossiers" });
  expect(readDocument(doc).cards[0]?.evidence).toBe("4 dossiers");
});

test("[V284] what a card says of its highlights is changed only where the card is", () => {
  const doc = map();
  putCard(doc, { ...card, evidence: "1 passage de 1 entretien" });
  const said = { cardId: "c", before: "1 passage de 1 entretien", evidence: "" };
  expect(changeEvidence(doc, said)).toBe(true);
  expect(readDocument(doc).cards[0]?.evidence).toBe("");
  deleteCard(doc, "c");
  expect(changeEvidence(doc, { ...said, evidence: "2" })).toBe(false);
  expect(readDocument(doc).cards).toEqual([]);
});
