import { createHash } from "node:crypto";
import type * as Y from "yjs";
import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { collectionOf } from "../document.ts";
import * as edit from "../edit.ts";
import type { Card } from "../model.ts";
import { readOwn } from "../read-item.ts";
import { EditRefused } from "../refusal.ts";
import type { JourneyDeps } from "./commands.ts";
import { readSigned, sign } from "./token.ts";

/** As long as somebody may take back the cards that they have just added, in milliseconds. */
const lifetime = 10 * 60_000;

/** What proves that its bearer has just added these cards, and what they said then. */
const Receipt = z.object({
  journeyId: z.uuid(),
  userId: z.string(),
  cards: z.array(z.object({ id: z.string(), said: z.string() })),
});

interface AddingDeps extends Pick<JourneyDeps, "editor"> {
  secret: string;
  now: () => Date;
}

/**
 * Adds cards as one edit, those of the same id only once, and answers what takes back those that are new.
 * @throws AppError `not_found` when a step or a lane is not there; `invalid_input` in a lane without cards
 */
export async function addCards(
  { editor, secret, now }: AddingDeps,
  journeyId: string,
  userId: string,
  cards: readonly Card[],
): Promise<{ receipt: string }> {
  const added = await editor.edit(journeyId, userId, (doc) =>
    cards
      .filter(({ id }) => !collectionOf(doc, "cards").has(id))
      .map((card) => {
        edit.addCard(doc, card);
        return { id: card.id, said: saidOf(doc, card.id) ?? "" };
      }),
  );
  const ends = new Date(now().getTime() + lifetime);
  return { receipt: sign({ journeyId, userId, cards: added }, secret, ends) };
}

/**
 * Takes back cards that one has just added; what somebody changed, moved or locked since stays.
 * @returns how many stayed.
 * @throws AppError `not_allowed` without a receipt of one's own that still holds
 */
export async function takeBackCards(
  { editor, secret, now }: AddingDeps,
  journeyId: string,
  userId: string,
  token: string,
): Promise<{ left: number }> {
  const receipt = readSigned(Receipt, token, secret, now());
  if (receipt?.journeyId !== journeyId || receipt.userId !== userId)
    throw new AppError("not_allowed", "These cards can no longer be taken back.", { remedy: "Ask an editor." });
  return editor.edit(journeyId, userId, (doc) => {
    const there = receipt.cards.filter(({ id }) => collectionOf(doc, "cards").has(id));
    return { left: there.filter(({ id, said }) => saidOf(doc, id) !== said || !hasDeleted(doc, id)).length };
  });
}

/** Deletes a card, unless its lane is locked. */
function hasDeleted(doc: Y.Doc, id: string): boolean {
  try {
    edit.deleteCard(doc, id);
    return true;
  } catch (error) {
    if (error instanceof EditRefused) return false;
    throw error;
  }
}

/** What a card says and where, shortened; null when it is not there. */
function saidOf(doc: Y.Doc, id: string): string | null {
  const item = collectionOf(doc, "cards").get(id);
  if (item === undefined) return null;
  const said = JSON.stringify([item.get("laneId"), item.get("stepId"), readOwn.cards(item)]);
  return createHash("sha256").update(said).digest("base64url").slice(0, 16);
}
