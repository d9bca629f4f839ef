import { type Matter, toldAfterwards } from "../live.ts";

/** What changed beside the journeys a moment ago: a browser that was then opening one has asked for it too early. */
export interface ChangeMemory {
  remember(journeyId: string, matter: Matter): void;
  lately(journeyId: string): Matter[];
}

export function createChangeMemory(now: () => Date): ChangeMemory {
  /** By journey and matter, when each changed last, the oldest change first. */
  const changedAt = new Map<string, { journeyId: string; matter: Matter; at: number }>();
  const forget = () => {
    const until = now().getTime() - toldAfterwards;
    for (const [key, { at }] of changedAt) {
      if (at >= until) return;
      changedAt.delete(key);
    }
  };
  return {
    remember: (journeyId, matter) => {
      forget();
      const key = `${journeyId} ${matter}`;
      changedAt.delete(key);
      changedAt.set(key, { journeyId, matter, at: now().getTime() });
    },
    lately: (journeyId) => {
      forget();
      return [...changedAt.values()].filter((change) => change.journeyId === journeyId).map(({ matter }) => matter);
    },
  };
}
