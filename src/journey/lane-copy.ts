import { keyFrom } from "#touchpoint/rules.ts";
import { holdsCards } from "./document.ts";
import { type EmotionPlace, takenEmotions } from "./emotion.ts";
import type { Card, EmotionPoint, JourneyDocument, Lane, Step } from "./model.ts";

/** A lane made ready for another map. */
export interface LaneCopy {
  /** Of emotions, a map has one lane: where it is there, it is that one. */
  lane: Lane;
  isNew: boolean;
  cards: Card[];
  emotions: (EmotionPlace & Pick<EmotionPoint, "value">)[];
  /** Points of emotion that the other map does not take (J85). */
  leftEmotions: number;
  /** The steps with cards that have no like on the other map; their cards stay behind. */
  unmatched: { name: string; cards: number }[];
}

/**
 * A lane with its cards, or with its emotions, for another map: what is at a step goes to the step of the same name there,
 * else to the one at the same place whose own name is not met here either (J183). Null when there is no such lane, or it
 * holds neither.
 */
export function copyOfLane(
  source: JourneyDocument,
  laneId: string,
  target: JourneyDocument,
  newId: () => string,
): LaneCopy | null {
  const lane = source.lanes.find(({ id }) => id === laneId);
  if (lane?.kind === "emotion") return copyOfEmotions(source, lane, target, newId);
  if (lane === undefined || !holdsCards(lane.kind)) return null;
  const own = source.cards.filter((card) => card.laneId === laneId);
  const cardsAt = Map.groupBy(own, ({ stepId }) => stepId);
  const likeOf = matchSteps(source.steps, target.steps);
  const personas = new Set(target.personas.map(({ id }) => id));
  const copy = { ...lane, id: newId(), isLocked: false, isHidden: false };
  return {
    lane: copy,
    isNew: true,
    emotions: [],
    leftEmotions: 0,
    cards: source.steps.flatMap(({ id }) => {
      const stepId = likeOf.get(id);
      if (stepId === undefined) return [];
      return (cardsAt.get(id) ?? []).map((card) => ({
        ...card,
        id: newId(),
        laneId: copy.id,
        stepId,
        personaIds: card.personaIds.filter((personaId) => personas.has(personaId)),
      }));
    }),
    unmatched: source.steps.flatMap(({ id, name }) => {
      const cards = cardsAt.get(id)?.length ?? 0;
      return cards > 0 && !likeOf.has(id) ? [{ name, cards }] : [];
    }),
  };
}

function copyOfEmotions(source: JourneyDocument, lane: Lane, target: JourneyDocument, newId: () => string): LaneCopy {
  const there = target.lanes.find(({ kind }) => kind === "emotion");
  const likeOf = matchSteps(source.steps, target.steps);
  const placed = source.emotions.flatMap(({ id: _id, ...point }) => {
    const stepId = likeOf.get(point.stepId);
    return stepId === undefined ? [] : [{ ...point, stepId }];
  });
  const { taken } = takenEmotions(placed, target);
  return {
    lane: there ?? { ...lane, id: newId(), isLocked: false, isHidden: false },
    isNew: there === undefined,
    cards: [],
    emotions: taken,
    leftEmotions: source.emotions.length - taken.length,
    unmatched: [],
  };
}

/** The step of the other map that each step is most like: by name, the first free one; then by place among those left. */
export function matchSteps(steps: readonly Step[], others: readonly Step[]): Map<string, string> {
  const likes = new Map<string, string>();
  const taken = new Set<string>();
  const match = (step: Step, other: Step | undefined) => {
    if (other === undefined || taken.has(other.id)) return;
    likes.set(step.id, other.id);
    taken.add(other.id);
  };
  const plain = ({ name }: Step) => keyFrom(name, "");
  const othersNamed = Map.groupBy(others, plain);
  for (const step of steps) {
    const name = plain(step);
    if (name !== "")
      match(
        step,
        othersNamed.get(name)?.find(({ id }) => !taken.has(id)),
      );
  }
  steps.forEach((step, place) => {
    if (!likes.has(step.id)) match(step, others[place]);
  });
  return likes;
}
