import type * as Y from "yjs";
import { collectionOf, entriesOf } from "#journey/document.ts";
import { addCard, setDetails } from "#journey/edit.ts";
import { limits } from "#journey/limits.ts";
import type { LaneKind } from "#journey/model.ts";
import { EditRefused } from "#journey/refusal.ts";

/** What a card of a map says of what stands behind it. */
export interface CardEvidence {
  cardId: string;
  /** What was written into the card's evidence before; what people have written around it stays. */
  before: string;
  evidence: string;
}

export interface MapCard extends CardEvidence {
  stepId: string;
  /** Of the lane that takes it. */
  kind: LaneKind;
  text: string;
}

/**
 * Puts a card on a map, or lets the one grow that is there already; one that was deleted comes back.
 * @throws EditRefused when the step is gone, or no lane takes such cards
 */
export function putCard(doc: Y.Doc, { stepId, kind, text, ...said }: MapCard): void {
  if (changeEvidence(doc, said)) return;
  const lanes = entriesOf(doc, "lanes", (lane) => lane.get("kind") === kind);
  const lane = lanes.find(({ item }) => item.get("isLocked") !== true) ?? lanes[0];
  if (lane === undefined) throw new EditRefused("missing", "lanes");
  addCard(doc, { id: said.cardId, laneId: lane.id, stepId, text, evidence: said.evidence });
}

/** Whether the card is there to say it. */
export function changeEvidence(doc: Y.Doc, { cardId, before, evidence }: CardEvidence): boolean {
  const card = collectionOf(doc, "cards").get(cardId);
  if (card === undefined) return false;
  const said = card.get("evidence");
  setDetails(doc, "cards", cardId, { evidence: replaced(typeof said === "string" ? said : "", before, evidence) });
  return true;
}

function replaced(said: string, before: string, evidence: string): string {
  const isThere = before !== "" && said.includes(before);
  const next = isThere ? said.replace(before, () => evidence) : [said, evidence].filter(Boolean).join("\n");
  return next.slice(0, limits.evidence);
}
