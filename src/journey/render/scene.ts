import { type MapLabels, mapLabels } from "../labels.ts";
import type { Card, Lane, Placement, Stage, Step } from "../model.ts";
import { type PersonaMark, personaMarks } from "../persona-marks.ts";
import type { Rect, Shape, TextStyle } from "./drawing.ts";
import type { MapInput } from "./input.ts";
import { type Numbers, numbersIn } from "./numbers.ts";
import type { Orientation } from "./options.ts";
import { type Palette, palettes, type Theme } from "./palette.ts";
import { type DrawnLocale, type DrawnWords, drawnWords } from "./words.ts";

export interface DrawOptions {
  locale: DrawnLocale;
  theme: Theme;
  orientation: Orientation;
  /** Width of a step's column, or of a lane's when steps are rows; in pixels. */ cellWidth: number;
  /** Only these stages; null: all. */ stageIds: readonly string[] | null;
  /** Only these steps of theirs; null: all. */ stepIds: readonly string[] | null;
  /** Only these lanes, hidden ones too when they are named; null: all that are not hidden. */
  laneIds: readonly string[] | null;
  /** Said beside the title, as «2/5 · Vente», so that the heads of the stages need not say it. */ part: string;
  /** Lanes that go on from the page before, which says the ways beside the order. */ isContinued: boolean;
  /** The line and its figures without the names of the touchpoints: all of a map at a glance. */ isBrief: boolean;
  /** Lines of a card that are shown of a longer text; what is shared out elsewhere as a whole. */ mostLines: number;
  /** With the title above and the legend below. */ isFramed: boolean;
  /** With the legend, though it has no title. */ hasLegend: boolean;
  /** On white, as paper is. */ isPrinted: boolean;
}

export const usualOptions: DrawOptions = {
  locale: "fr",
  theme: "light",
  orientation: "columns",
  cellWidth: 156,
  stageIds: null,
  stepIds: null,
  laneIds: null,
  part: "",
  isContinued: false,
  isBrief: false,
  mostLines: Number.POSITIVE_INFINITY,
  isFramed: true,
  hasLegend: false,
  isPrinted: false,
};

/** A place on the step axis; a stage without steps has one of its own. */
export interface Column {
  stage: Stage;
  step: Step | null;
}

/** What every part of the drawing reads. */
export interface Scene {
  input: MapInput;
  options: DrawOptions;
  palette: Palette;
  words: DrawnWords;
  labels: MapLabels;
  numbers: Numbers;
  styles: Styles;
  marks: readonly PersonaMark[];
  columns: readonly Column[];
  lanes: readonly Lane[];
  /** Every step's place in the whole journey. */ placeOf: ReadonlyMap<string, number>;
  cards: ReadonlyMap<string, readonly Card[]>;
  placements: ReadonlyMap<string, readonly Placement[]>;
}

/** One row of cells (or column, when steps are rows) before it has a place. */
export interface LanePlan {
  lane: Lane;
  name: string;
  note: string;
  /** A line of a blueprint: no cells, only itself. */ isLine: boolean;
  /** Height that each cell needs. */ needs: readonly number[];
  draw: (cells: readonly Rect[]) => Shape[];
}

export interface Styles {
  title: TextStyle;
  subtitle: TextStyle;
  stage: TextStyle;
  step: TextStyle;
  lane: TextStyle;
  note: TextStyle;
  card: TextStyle;
  meta: TextStyle;
  station: TextStyle;
  value: TextStyle;
}

/** Space between a cell's edge and what stands in it. */
export const cellPadding = 7;

export function sceneOf(input: MapInput, given: Partial<DrawOptions>): Scene {
  const options = { ...usualOptions, ...given };
  const screen = palettes[options.theme];
  const palette = options.isPrinted ? { ...screen, paper: screen.sheet } : screen;
  const { document, personas } = input;
  const words = drawnWords[options.locale];
  const { stageIds, stepIds, laneIds } = options;
  return {
    input,
    options,
    palette,
    words,
    marks: personaMarks(document.personas.map(({ id }) => ({ id, name: personas.get(id) ?? words.removedPersona }))),
    labels: mapLabels[options.locale],
    numbers: numbersIn(options.locale),
    styles: stylesOf(palette, options),
    columns: document.stages
      .filter(({ id }) => stageIds === null || stageIds.includes(id))
      .flatMap((stage): Column[] => {
        const steps = document.steps.filter(
          ({ id, stageId }) => stageId === stage.id && (stepIds === null || stepIds.includes(id)),
        );
        return steps.length === 0 ? [{ stage, step: null }] : steps.map((step) => ({ stage, step }));
      }),
    lanes: document.lanes.filter(({ id, isHidden }) => (laneIds === null ? !isHidden : laneIds.includes(id))),
    placeOf: new Map(document.steps.map(({ id }, index) => [id, index])),
    cards: Map.groupBy(document.cards, ({ laneId, stepId }) => cellKey(laneId, stepId)),
    placements: Map.groupBy(document.placements, ({ stepId }) => stepId),
  };
}

export function cardsIn(cards: Scene["cards"], laneId: string, stepId: string): readonly Card[] {
  return cards.get(cellKey(laneId, stepId)) ?? [];
}

export function placementsAt({ placements }: Scene, { step }: Column): readonly Placement[] {
  return step === null ? [] : (placements.get(step.id) ?? []);
}

export function laneName({ labels }: Scene, { kind, name }: Lane): string {
  return name.trim() === "" ? labels.lane[kind] : name;
}

/** The letters and names of the personas of the map. */
export function personaNames({ marks }: Scene): string[] {
  return marks.map(({ letter, name }) => `${letter} – ${name}`);
}

const cellKey = (laneId: string, stepId: string) => `${laneId} ${stepId}`;

function stylesOf({ ink, inkSoft, inkFaint }: Palette, { isBrief }: DrawOptions): Styles {
  return {
    title: { face: "title600", size: 26, colour: ink },
    subtitle: { face: "text400", size: 13, colour: inkSoft },
    stage: { face: "title600", size: 13.5, colour: inkSoft },
    step: { face: "title600", size: isBrief ? 12.5 : 14, colour: ink },
    lane: { face: "text600", size: 12, colour: inkSoft },
    note: { face: "text400", size: 10.5, colour: inkFaint },
    card: { face: "text400", size: 12, colour: ink },
    meta: { face: "text400", size: 10.5, colour: inkSoft },
    station: { face: "text500", size: 12, colour: ink },
    value: { face: "title600", size: isBrief ? 15 : 18, colour: ink },
  };
}
