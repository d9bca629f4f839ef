import type * as Y from "yjs";
import { collectionOf, entriesOf } from "#journey/document.ts";
import { addCard, setDetails } from "#journey/edit.ts";
import { limits } from "#journey/limits.ts";
import { EditRefused } from "#journey/refusal.ts";
import { mask } from "../text/mask.ts";
import type { CardKind } from "./model.ts";

export interface CauseCard {
  cardId: string;
  stepId: string;
  kind: CardKind;
  /** The cause, as the card says it. */
  text: string;
  /** What was written into the card's evidence before; what people have written around it stays. */
  before: string;
  evidence: string;
}

/**
 * Puts a cause on a map, or lets the card grow that tells it there already; one that was deleted comes back.
 * @throws EditRefused when the step is gone, or no lane takes such cards
 */
export function putCause(doc: Y.Doc, { cardId, stepId, kind, text, before, evidence }: CauseCard): void {
  const card = collectionOf(doc, "cards").get(cardId);
  if (card !== undefined) {
    const said = card.get("evidence");
    setDetails(doc, "cards", cardId, { evidence: replaced(typeof said === "string" ? said : "", before, evidence) });
    return;
  }
  const lanes = entriesOf(doc, "lanes", (lane) => lane.get("kind") === kind);
  const lane = lanes.find(({ item }) => item.get("isLocked") !== true) ?? lanes[0];
  if (lane === undefined) throw new EditRefused("missing", "lanes");
  addCard(doc, { id: cardId, laneId: lane.id, stepId, text, evidence });
}

/** Comments shown as evidence, and the most characters of each. */
const shown = { comments: 5, characters: 200 } as const;

/** What cases say for a cause: how many they are, and their latest comments without personal data. */
export function evidenceOf(cases: number, comments: readonly string[], locale: "fr" | "en"): string {
  const plural = cases > 1 ? "s" : "";
  const head =
    locale === "fr"
      ? `${cases} dossier${plural} clos avec cette cause`
      : `${cases} case${plural} closed with this cause`;
  const quotes = comments
    .filter((comment) => comment !== "")
    .slice(0, shown.comments)
    .map((comment) => quoted(mask(comment).text, locale));
  return [head, ...quotes].join("\n");
}

function quoted(comment: string, locale: "fr" | "en"): string {
  const line = comment.replace(/\s+/g, " ").trim();
  const short = line.length <= shown.characters ? line : `${line.slice(0, shown.characters).toWellFormed()}…`;
  return locale === "fr" ? `« ${short} »` : `“${short}”`;
}

function replaced(said: string, before: string, evidence: string): string {
  const isThere = before !== "" && said.includes(before);
  const next = isThere ? said.replace(before, () => evidence) : [said, evidence].filter(Boolean).join("\n");
  return next.slice(0, limits.evidence);
}
