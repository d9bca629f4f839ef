import { detailsOf } from "./cards.ts";
import type { Drawing } from "./drawing.ts";
import { factsOf } from "./frame.ts";
import type { MapInput } from "./input.ts";
import { drawMap } from "./map.ts";
import { stagesOf } from "./pages.ts";
import { cardsIn, type DrawOptions, laneName, personaNames, placementsAt, type Scene, sceneOf } from "./scene.ts";
import { leastCellWidth, scaleIn, shareOut } from "./share-out.ts";
import { slideArea } from "./slide.ts";
import { type SlideTable, tablesOf } from "./slide-tables.ts";

/** A talk is read from the back of a room: the least scale, and the largest. */
const scales = [0.85, 0.95, 1.05, 1.15, 1.25] as const;
const mostScale = 1.25;
/** Of an overview: of more steps a slide shows no more than lines. */
const mostColumns = 20;
/** Lines of a card on a slide; its notes say all of it. */
const mostLines = 12;

export interface DeckPage {
  title: string;
  subtitle: string;
  /** What the slide shows: a part of the map, or what it says as a table. */
  content: { kind: "map"; drawing: Drawing; scale: number } | { kind: "table"; table: SlideTable };
  /** What the speaker reads: every card of the slide with its details. */ notes: string;
}

export interface Deck {
  title: string;
  /** Under the title of the cover. */ facts: readonly string[];
  /** On the line of the cover. */ stages: readonly string[];
  /** At the foot of every slide. */ foot: string;
  pages: readonly DeckPage[];
}

/**
 * A map as a talk: what was agreed before, the whole line, every macro-stage with all its lanes on as many slides as it
 * takes to be read, and what hurts and could be done, the heaviest first.
 */
export function deckOf(input: MapInput, given: Partial<DrawOptions>): Deck {
  const options: Partial<DrawOptions> = {
    ...given,
    orientation: "columns",
    isFramed: false,
    hasLegend: true,
    isPrinted: true,
    mostLines,
  };
  const scene = sceneOf(input, options);
  const title = input.document.name.trim() === "" ? scene.words.untitled : input.document.name;
  const personas = personaNames(scene);
  const facts = factsOf(scene);
  const { framing, findings } = tablesOf(scene);
  return {
    title,
    facts: [
      facts.slice(0, 2).join(" · "),
      facts.slice(2).join(" · "),
      ...(personas.length === 0 ? [] : [`${scene.words.personas} ${personas.join(" · ")}`]),
    ],
    stages: input.document.stages.map(({ name }) => (name.trim() === "" ? scene.words.untitled : name)),
    foot: [title, ...facts.slice(1)].join(" · "),
    pages: [
      ...framing.flatMap(tablePages),
      ...overviews(input, options, scene, title),
      ...stagePages(input, options, scene),
      ...findings.flatMap(tablePages),
    ],
  };
}

function tablePages({ title, subtitle, pages }: ReturnType<typeof tablesOf>["framing"][number]): DeckPage[] {
  return pages.map((table, index) => ({
    title: numbered(title, index, pages.length),
    subtitle,
    content: { kind: "table", table },
    notes: "",
  }));
}

const numbered = (title: string, index: number, count: number) =>
  count === 1 ? title : `${title} (${index + 1}/${count})`;

/** The line with its figures and its emotions: what fits one slide, or a few when there are many steps. */
function overviews(input: MapInput, options: Partial<DrawOptions>, scene: Scene, title: string): DeckPage[] {
  if (input.document.steps.length === 0) return [];
  const line = scene.lanes.filter(({ kind }) => kind === "touchpoint" || kind === "measure" || kind === "emotion");
  const laneIds = (line.length === 0 ? scene.lanes.slice(0, 3) : line).map(({ id }) => id);
  return groupsOf(scene).map((group, index, all) => {
    const part = { ...options, ...group, laneIds, isBrief: true };
    return {
      title: numbered(scene.words.overview, index, all.length),
      subtitle: title,
      content: { kind: "map", ...largest(input, part) },
      notes: "",
    };
  });
}

/** A brief map with its columns as wide as makes it largest on a slide; of those that are as large, the widest fills it. */
function largest(input: MapInput, part: Partial<DrawOptions>): { drawing: Drawing; scale: number } {
  const least = leastCellWidth(sceneOf(input, part));
  const fit = (wider: number) => {
    const drawing = drawMap(input, { ...part, cellWidth: least * wider });
    return { drawing, scale: scaleIn(drawing, slideArea, mostScale) };
  };
  return [1.1, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5, 3, 4].reduce((best, wider) => {
    const next = fit(wider);
    return next.scale >= best.scale - 0.01 ? next : best;
  }, fit(1));
}

/** Stages that follow each other, as many as one overview holds; of a longer one, its steps in turn. */
function groupsOf({ columns, input }: Scene): Pick<DrawOptions, "stageIds" | "stepIds">[] {
  const groups: { stageIds: string[]; stepIds: string[] | null; columns: number }[] = [];
  for (const { id } of input.document.stages) {
    const own = columns.filter(({ stage }) => stage.id === id);
    const last = groups.at(-1);
    if (own.length > mostColumns) {
      for (let at = 0; at < own.length; at += mostColumns) {
        const stepIds = own.slice(at, at + mostColumns).flatMap(({ step }) => step?.id ?? []);
        groups.push({ stageIds: [id], stepIds, columns: mostColumns });
      }
    } else if (last === undefined || last.columns + own.length > mostColumns) {
      groups.push({ stageIds: [id], stepIds: null, columns: own.length });
    } else {
      last.stageIds.push(id);
      last.columns += own.length;
    }
  }
  return groups.map(({ stageIds, stepIds }) => ({ stageIds, stepIds }));
}

function stagePages(input: MapInput, options: Partial<DrawOptions>, { words, labels }: Scene): DeckPage[] {
  const parts = stagesOf(input, options);
  const { parts: shared, scale } = shareOut(input, parts, slideArea, scales);
  const { stages } = input.document;
  return stages.flatMap((stage, at) => {
    const phase = stage.phase === null ? [] : [labels.phase[stage.phase]];
    const name = stage.name.trim() === "" ? words.untitled : stage.name;
    const subtitle = [`${words.stage} ${at + 1}/${stages.length}`, ...phase.filter((said) => said !== name)].join(
      " · ",
    );
    const own = parts.flatMap((part, index) =>
      part.stageIds?.[0] === stage.id
        ? (shared[index] ?? []).map((drawing, nth) => ({
            drawing,
            notes: nth === 0 ? notesOf(sceneOf(input, part)) : "",
          }))
        : [],
    );
    return own.map(({ drawing, notes }, index) => ({
      title: numbered(name, index, own.length),
      subtitle,
      content: { kind: "map" as const, drawing, scale: scaleIn(drawing, slideArea, scale) },
      notes,
    }));
  });
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
            `- ${laneName(scene, lane)}${words.colon}${card.text}`,
            ...detailsOf(scene, lane.kind, card),
            ...(card.evidence === "" ? [] : [`${words.evidence}${words.colon}${card.evidence}`]),
          ].join(" · "),
        ),
      );
      return [step.name.trim() === "" ? words.untitled : step.name, ...touchpoints, ...said, ""];
    })
    .join("\n")
    .trim();
}
