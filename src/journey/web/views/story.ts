import type { Card, Lane, LaneKind, Placement, Step } from "../../model.ts";
import type { MapView } from "../map-view.ts";

/** What a step has to tell, by the kind of lane that says it; an empty part is left out. */
export interface Scene {
  step: Step;
  placements: readonly Placement[];
  parts: readonly { lane: Lane; cards: readonly Card[] }[];
  images: readonly Card[];
  /** The assumed emotion, −2 … +2; null: not said. */
  emotion: number | null;
}
export interface Chapter {
  id: string;
  name: string;
  scenes: readonly Scene[];
}

/** As one tells it: what is done, what it is like, what helps and hurts, what is wished, then what the company gives and plans. */
const order: readonly LaneKind[] = [
  "action",
  "do",
  "keyMoment",
  "think",
  "ask",
  "feel",
  "delight",
  "irritant",
  "expectation",
  "promise",
  "actor",
  "staffView",
  "frontOffice",
  "backOffice",
  "support",
  "opportunity",
];

/** The journey as a story: chapters are its stages, scenes its steps. Cards of other personas are left out. */
export function storyOf(view: MapView, personaId: string | null = null): Chapter[] {
  return view.stages.map(({ id, name, steps }) => ({
    id,
    name,
    scenes: steps.map((step) => sceneOf(view, step, personaId)),
  }));
}

function sceneOf(view: MapView, step: Step, personaId: string | null): Scene {
  const cardsOf = (laneId: string) =>
    (view.cards.get(laneId)?.get(step.id) ?? []).filter(({ personaIds, text, imageId }) => {
      const isHers = personaId === null || personaIds.length === 0 || personaIds.includes(personaId);
      return isHers && (text.trim() !== "" || imageId !== null);
    });
  const lanes = view.lanes.filter((lane) => !lane.isHidden);
  const told = lanes
    .filter(({ kind }) => order.includes(kind))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const own = view.emotions.filter(({ stepId, state }) => stepId === step.id && state === "lived");
  const emotion = own.find((point) => point.personaId === personaId) ?? own.find((point) => point.personaId === null);
  return {
    step,
    placements: view.placements.get(step.id) ?? [],
    parts: told.map((lane) => ({ lane, cards: cardsOf(lane.id) })).filter(({ cards }) => cards.length > 0),
    images: lanes
      .filter(({ kind }) => kind === "image")
      .flatMap(({ id }) => cardsOf(id))
      .filter(({ imageId }) => imageId !== null),
    emotion: emotion?.value ?? null,
  };
}
