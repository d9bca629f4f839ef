import type { Visitor } from "./visitor.ts";

/** Pages and unproven answers of one survey that one address may have in a minute: a shop or a meeting has one address. */
const mostPages = 20;
const mostUnproven = 60;
const minute = 60_000;

/** Notices that more comes from one address than people who sit there would send. */
export interface Crowd {
  /** Counts a page, and says whether it is to ask for a proof. */
  isCrowded(surveyId: string, visitor: Visitor | undefined): boolean;
  /** Counts an answer without a proof, and says whether it is one too many. Programs that answer in their own name are not counted. */
  isTooMuch(surveyId: string, visitor: Visitor | undefined): boolean;
}

/** Each process counts for itself, and begins anew with each minute. */
export function createCrowd(now: () => Date): Crowd {
  const counts = new Map<string, number>();
  let began = 0;
  const isOver = (most: number, what: string, surveyId: string, visitor: Visitor | undefined) => {
    if (visitor === undefined) return false;
    const at = now().getTime();
    if (at - began >= minute) {
      counts.clear();
      began = at;
    }
    const key = `${what} ${surveyId} ${visitor.address}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > most;
  };
  return {
    isCrowded: (surveyId, visitor) => isOver(mostPages, "page", surveyId, visitor),
    isTooMuch: (surveyId, visitor) => isOver(mostUnproven, "answer", surveyId, visitor),
  };
}
