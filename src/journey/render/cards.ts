import type { Card, Lane, LaneKind } from "../model.ts";
import { oneLine, type Paragraph, type Rect, type Shape, textHeight } from "./drawing.ts";
import { cardsIn, cellPadding, laneName, type LanePlan, type Scene } from "./scene.ts";
import { clip, paragraph, shortened } from "./type.ts";

const padding = 8;
const between = 6;
const pictureGap = 6;
const markWidth = 3;

interface PlacedCard {
  card: Card;
  /** First and last column that it covers. */ from: number;
  to: number;
  top: number;
  height: number;
  text: Paragraph[];
  picture: { href: string; height: number } | null;
}

/** A lane of cards. Side by side a card lies over the steps it covers; one under another it stands at its first and names the last. */
export function planCards(scene: Scene, lane: Lane, width: number): LanePlan {
  const placed = lane.isCollapsed ? [] : placeCards(scene, lane, width);
  const needs = scene.columns.map((_, index) =>
    Math.max(
      lane.isCollapsed ? 26 : 30,
      ...placed.filter(covers(index)).map(({ top, height }) => top + height + cellPadding),
    ),
  );
  return {
    lane,
    name: laneName(scene, lane),
    note: "",
    isLine: false,
    needs,
    draw: (cells) =>
      lane.isCollapsed
        ? drawCounts(scene, lane, cells)
        : placed.flatMap((each) => drawCard(scene, lane.kind, each, cells)),
  };
}

const covers = (index: number) => (card: PlacedCard) => card.from <= index && index <= card.to;

function placeCards(scene: Scene, lane: Lane, width: number): PlacedCard[] {
  const free = scene.columns.map(() => cellPadding);
  return cardsOf(scene, lane).map(({ card, from, to }) => {
    const inner = width * (to - from + 1) - 2 * cellPadding - 2 * padding - markWidth;
    const text = cardText(scene, lane.kind, card, inner);
    const picture = pictureOf(scene, card, inner);
    const height = (picture?.height ?? 0) + (picture === null || text.length === 0 ? 0 : pictureGap) + textHeight(text);
    const top = Math.max(...free.slice(from, to + 1));
    const whole = Math.max(height + 2 * padding, 26);
    free.fill(top + whole + between, from, to + 1);
    return { card, from, to, top, height: whole, text, picture };
  });
}

/** The cards of a lane that lie over a column drawn, also those that begin at a step before it. */
export function cardsOf(scene: Scene, lane: Lane): { card: Card; from: number; to: number }[] {
  const { columns, placeOf, cards, input, options } = scene;
  const places = columns.map(({ step }) => (step === null ? -1 : (placeOf.get(step.id) ?? -1)));
  return input.document.steps.flatMap(({ id }, at) =>
    cardsIn(cards, lane.id, id).flatMap((card) => {
      const isCovered = (place: number) => place >= at && place < at + card.span;
      const from = places.findIndex(isCovered);
      const to = options.orientation === "columns" ? places.findLastIndex(isCovered) : from;
      return from === -1 ? [] : [{ card, from, to }];
    }),
  );
}

function pictureOf({ input }: Scene, { imageId }: Card, width: number): PlacedCard["picture"] {
  const image = input.images.get(imageId ?? "");
  if (image === undefined) return null;
  const ratio = Math.min(1.4, Math.max(0.2, image.height / Math.max(1, image.width)));
  return { href: image.href, height: width * ratio };
}

function cardText(scene: Scene, kind: LaneKind, card: Card, width: number): Paragraph[] {
  const { styles, palette, words, options } = scene;
  const text = paragraph(card.text, styles.card, width).map((whole) => shortened(whole, options.mostLines, width));
  const verdict =
    card.isMet === null
      ? []
      : paragraph(
          `• ${card.isMet ? words.met : words.unmet}`,
          { ...styles.meta, face: "text600", colour: card.isMet ? palette.good2 : palette.bad2 },
          width,
          3,
        );
  return [...text, ...verdict, ...paragraph(detailsOf(scene, kind, card).join(" · "), styles.meta, width, 3)];
}

/** What a card says of itself under its text. */
export function detailsOf(scene: Scene, kind: LaneKind, card: Card): string[] {
  const { words, options, placeOf, input } = scene;
  const at = placeOf.get(card.stepId) ?? 0;
  const last = input.document.steps[at + card.span - 1];
  return [
    ...(card.severity === null ? [] : [`${words.severity} ${card.severity}/5`]),
    ...(card.frequency === null ? [] : [`${words.frequency} ${card.frequency}/5`]),
    ...(card.value === null ? [] : [`${words.value} ${card.value}/5`]),
    ...(card.effort === null ? [] : [`${words.effort} ${card.effort}/5`]),
    ...(card.span > 1 && options.orientation === "rows" && last !== undefined ? [`${words.until} ${last.name}`] : []),
    ...scene.marks.flatMap(({ id, letter, name }) => (card.personaIds.includes(id) ? [`${letter} ${name}`] : [])),
    ...card.tags.map((tag) => `#${tag}`),
    ...(kind === "image" && card.imageId !== null && !input.images.has(card.imageId) ? [words.picture] : []),
  ];
}

/** The ground of a card: what hurts, what pleases, what could be, anything else; and the mark at its edge. */
function toneOf({ palette }: Scene, kind: LaneKind): { fill: string; mark: string | null } {
  if (kind === "irritant" || kind === "riskZone") return { fill: palette.badWash, mark: palette.bad2 };
  if (kind === "delight") return { fill: palette.goodWash, mark: palette.good2 };
  if (kind === "opportunity") return { fill: palette.accentSoft, mark: palette.accent };
  return { fill: palette.midWash, mark: null };
}

function drawCard(scene: Scene, kind: LaneKind, placed: PlacedCard, cells: readonly Rect[]): Shape[] {
  const [first, last] = [cells[placed.from], cells[placed.to]];
  if (first === undefined || last === undefined) return [];
  const { card, text, picture, height } = placed;
  const { fill, mark } = toneOf(scene, kind);
  const place = { x: first.x + cellPadding, y: first.y + placed.top, height };
  const width = last.x + last.width - cellPadding - place.x;
  const body = { kind: "box" as const, source: `card:${card.id}`, padding, text };
  const ground = { fill, radius: 5 };
  const shapes: Shape[] = picture === null ? [{ ...body, ...place, width, ...ground }] : [];
  if (picture !== null) {
    const top = place.y + picture.height + (text.length === 0 ? 0 : pictureGap);
    const image = { x: place.x + padding, y: place.y + padding, width: width - 2 * padding - markWidth };
    shapes.push(
      { kind: "box", ...place, width, ...ground },
      { kind: "image", ...image, height: picture.height, href: picture.href, description: card.text },
      { ...body, ...place, y: top, width, height: place.y + height - top },
    );
  }
  // The heavier it weighs, the longer its mark: colour is not alone to say it.
  if (mark !== null && card.severity !== null) {
    const bar = { x: place.x + width - markWidth, y: place.y, width: markWidth, height: (height * card.severity) / 5 };
    shapes.push({ kind: "box", ...bar, fill: mark, radius: 1.5 });
  }
  return shapes;
}

/** A folded lane says how many cards wait in each cell. */
function drawCounts(scene: Scene, lane: Lane, cells: readonly Rect[]): Shape[] {
  const { styles } = scene;
  return scene.columns.flatMap((column, index): Shape[] => {
    const cell = cells[index];
    const count = column.step === null ? 0 : cardsIn(scene.cards, lane.id, column.step.id).length;
    if (cell === undefined || count === 0) return [];
    const box = { x: cell.x + cellPadding, y: cell.y + 6, width: cell.width - 2 * cellPadding, height: 15 };
    return [
      {
        kind: "text",
        ...box,
        anchor: "start",
        text: oneLine(clip(`+${count}`, styles.meta, box.width), styles.meta),
      },
    ];
  });
}
