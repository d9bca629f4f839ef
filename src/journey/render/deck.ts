import { detailsOf } from "./cards.ts";
import type { Drawing } from "./drawing.ts";
import { factsOf } from "./frame.ts";
import type { MapInput } from "./input.ts";
import { bestFit, fitting, stagesOf } from "./pages.ts";
import { cardsIn, type DrawOptions, laneName, personaNames, placementsAt, type Scene, sceneOf } from "./scene.ts";

/** Lying slides of 16:9, in CSS pixels. */
const slide = { width: 1280, height: 720 } as const;
const area = { width: slide.width, height: 650 } as const;
const top = 66;
/** A talk is read from the back of a room. */
const leastScale = 0.8;

export interface DeckPage {
  title: string;
  subtitle: string;
  drawing: Drawing;
  x: number;
  y: number;
  scale: number;
  /** What the speaker reads: every card of the slide with its details. */ notes: string;
}

export interface Deck {
  title: string;
  /** Under the title of the cover. */ facts: readonly string[];
  pages: readonly DeckPage[];
}

/** A map as a talk: the whole line first, then every macro-stage with all its lanes, on as many slides as it takes to be read. */
export function deckOf(input: MapInput, given: Partial<DrawOptions>): Deck {
  const options: Partial<DrawOptions> = { ...given, orientation: "columns", isFramed: false, hasLegend: true };
  const scene = sceneOf(input, options);
  const title = input.document.name.trim() === "" ? scene.words.untitled : input.document.name;
  const personas = personaNames(scene);
  const page = (drawing: Drawing, heading: string, subtitle: string, notes: string): DeckPage => {
    const scale = Math.min(1.25, area.width / drawing.width, area.height / drawing.height);
    return { title: heading, subtitle, drawing, x: (area.width - drawing.width * scale) / 2, y: top, scale, notes };
  };
  const drawings = (part: Partial<DrawOptions>, heading: string, subtitle: string) =>
    fitting(input, part, area, leastScale).map((drawing, index, all) =>
      page(
        drawing,
        all.length === 1 ? heading : `${heading} (${index + 1}/${all.length})`,
        subtitle,
        index === 0 ? notesOf(sceneOf(input, part)) : "",
      ),
    );
  return {
    title,
    facts: [
      factsOf(scene).join(" · "),
      ...(personas.length === 0 ? [] : [`${scene.words.personas} ${personas.join(", ")}`]),
    ],
    pages: [
      ...(input.document.steps.length === 0
        ? []
        : [overview(input, options, scene)].map((drawing) => page(drawing, scene.words.overview, title, ""))),
      ...stagesOf(input, options).flatMap((part) => drawings(part, part.part ?? "", title)),
    ],
  };
}

/** The line with its figures and its emotions: what fits one slide. */
function overview(input: MapInput, options: Partial<DrawOptions>, { lanes }: Scene): Drawing {
  const line = lanes.filter(({ kind }) => kind === "touchpoint" || kind === "measure" || kind === "emotion");
  const laneIds = (line.length === 0 ? lanes.slice(0, 3) : line).map(({ id }) => id);
  return bestFit(input, { ...options, laneIds }, area).drawing;
}

/** Every card of the steps drawn, with its source and what is said of it. */
function notesOf(scene: Scene): string {
  const { columns, lanes, words, cards, input } = scene;
  return columns
    .flatMap((column) => {
      const { step } = column;
      if (step === null) return [];
      const touchpoints = placementsAt(scene, column).map(({ touchpointId }) => {
        const touchpoint = input.touchpoints.get(touchpointId);
        const said = [touchpoint?.channel?.name, touchpoint?.team].filter((part) => part != null);
        return `- ${touchpoint?.name ?? words.removedTouchpoint}${said.length === 0 ? "" : ` (${said.join(", ")})`}`;
      });
      const said = lanes.flatMap((lane) =>
        cardsIn(cards, lane.id, step.id).map((card) =>
          [
            `- ${laneName(scene, lane)} : ${card.text}`,
            ...detailsOf(scene, lane.kind, card),
            ...(card.evidence === "" ? [] : [`${words.evidence} : ${card.evidence}`]),
          ].join(" · "),
        ),
      );
      return [step.name.trim() === "" ? words.untitled : step.name, ...touchpoints, ...said, ""];
    })
    .join("\n")
    .trim();
}
