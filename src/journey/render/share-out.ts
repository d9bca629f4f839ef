import { holdsCards } from "../document.ts";
import type { Lane } from "../model.ts";
import { cardsOf } from "./cards.ts";
import type { Drawing, Rect } from "./drawing.ts";
import type { MapInput } from "./input.ts";
import { drawMap, margin, rail } from "./map.ts";
import { scoreWidth } from "./measures.ts";
import { cellPadding, type DrawOptions, placementsAt, type Scene, sceneOf } from "./scene.ts";
import { widestPiece } from "./type.ts";

interface Size {
  width: number;
  height: number;
}

type Options = Partial<DrawOptions>;

/** Columns that are wider are not read better. */
const widest = 620;

/** The pages of each part, in its order, and how much all of them are enlarged. */
export interface Share {
  parts: Drawing[][];
  scale: number;
}

/**
 * Shares the parts of a map out on pages, all of one scale: as few pages as the smallest scale allows, and on them as large
 * a scale as they allow. The area of a page is filled without the edge around a drawing.
 */
export function shareOut(
  input: MapInput,
  parts: readonly Options[],
  area: Size,
  [least, ...larger]: readonly [number, ...number[]],
): Share {
  const at = (scale: number): Share => ({ scale, parts: parts.map((part) => pagesOfPart(input, part, area, scale)) });
  let best = at(least);
  for (const scale of larger) {
    const next = at(scale);
    if (next.parts.flat().length > best.parts.flat().length) break;
    best = next;
  }
  return best;
}

/** For a stroke that lies on the edge. */
const bleed = 4;

/** What a drawing holds, without the edge around it. */
export function contentOf({ width, height }: Drawing): Rect {
  const edge = margin - bleed;
  return { x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge };
}

/** How much a drawing is enlarged in an area, at most by `most`. */
export function scaleIn(drawing: Drawing, area: Size, most: number): number {
  const { width, height } = contentOf(drawing);
  return Math.min(most, area.width / width, area.height / height);
}

/** The lanes of a part on as many pages as they need at this scale, its columns as wide as the page. */
function pagesOfPart(input: MapInput, part: Options, area: Size, scale: number): Drawing[] {
  const isDown = part.orientation === "rows";
  const room = { width: area.width / scale, height: area.height / scale };
  const options = isDown ? part : { ...part, cellWidth: filling(sceneOf(input, part), room.width) };
  const whole = drawMap(input, options);
  const along = isDown ? "width" : "height";
  const scene = sceneOf(input, options);
  const lanes = scene.lanes.filter((lane) => !isEmpty(scene, lane));
  if (contentOf(whole)[along] <= room[along] || lanes.length < 2) return [whole];
  // A title makes a drawing higher, and a narrow one wider; a legend is drawn once, whatever lanes there are.
  const measured = { ...options, hasLegend: false, ...(isDown ? { isFramed: false } : {}) };
  const extent = (laneIds: readonly string[], isContinued = true) =>
    contentOf(drawMap(input, { ...measured, laneIds, isContinued }))[along];
  const heads = extent([]);
  const extents = lanes.map(({ id }) => ({ id, extent: extent([id]) - heads }));
  // The first page says the ways beside the order of the steps; a cut is said on the line, if there is one.
  const line = lanes.filter(({ kind }) => kind === "touchpoint").map(({ id }) => id);
  const rest = room[along] - heads - (isDown ? 0 : legendRoom);
  return evenly(extents, rest, extent(line, false) - extent(line)).map((laneIds, index) =>
    drawMap(input, { ...options, laneIds, isContinued: index > 0 }),
  );
}

/** Of a legend of one line. */
const legendRoom = 34;

/** A width of columns that fills a page, and that no word is wider than. */
function filling(scene: Scene, width: number): number {
  const columns = Math.max(1, scene.columns.length);
  return Math.max(leastCellWidth(scene), Math.min(widest, (width - rail - 2 * bleed) / columns));
}

/** As wide as the longest word of a step or of a touchpoint, and as a score. */
export function leastCellWidth(scene: Scene): number {
  const { columns, styles, input, options } = scene;
  const placements = columns.flatMap((column) => placementsAt(scene, column));
  const widths = [
    ...columns.map(({ step }) => widestPiece(step?.name ?? "", styles.step)),
    ...placements.map(({ id }) => scoreWidth(scene, input.figures?.placements.get(id)?.score ?? null)),
    ...(options.isBrief ? [] : placements).map(({ touchpointId }) =>
      widestPiece(input.touchpoints.get(touchpointId)?.name ?? "", styles.station),
    ),
  ];
  return Math.min(200, Math.max(76, ...widths) + 2 * cellPadding);
}

function isEmpty(scene: Scene, lane: Lane): boolean {
  const { kind } = lane;
  if (kind === "touchpoint") return scene.columns.every((column) => placementsAt(scene, column).length === 0);
  return holdsCards(kind) && cardsOf(scene, lane).length === 0;
}

interface Extent {
  id: string;
  extent: number;
}

/** Shares out lanes in their order on as few pages as hold them, each about as full as the others; the first has less room. */
function evenly(lanes: readonly Extent[], room: number, less: number): string[][] {
  const fewest = fill(lanes, room, less);
  const total = less + lanes.reduce((sum, { extent }) => sum + extent, 0);
  for (let limit = total / fewest.length; limit < room; limit += room / 40) {
    const pages = fill(lanes, limit, less);
    if (pages.length === fewest.length) return pages;
  }
  return fewest;
}

/** Lanes page after page, each as full as it may be. */
function fill(lanes: readonly Extent[], room: number, less: number): string[][] {
  const pages: string[][] = [];
  let left = 0;
  for (const { id, extent } of lanes) {
    if (pages.length === 0 || extent > left) {
      pages.push([]);
      left = pages.length === 1 ? room - less : room;
    }
    pages.at(-1)?.push(id);
    left -= extent;
  }
  return pages;
}
