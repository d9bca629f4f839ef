/** The metro line through one step's cell, in a box 100 wide that is stretched to the column. */

/** Height of one track: the station, two lines of name, one of channel. */
export const trackHeight = 84;
/** How far under a track's top its line runs. */
export const lineAt = 24;

export const trackY = (index: number) => lineAt + index * trackHeight;

/** The main line through a cell; `arrives` and `leaves` say whether it goes on to the left and to the right. */
export function mainPath(arrives: boolean, leaves: boolean): string {
  return arrives || leaves ? `M${arrives ? 0 : 50} ${lineAt}H${leaves ? 100 : 50}` : "";
}

/**
 * A track for each further station of a step: it leaves the main line at the cell's edge, keeping clear of the names
 * between, and comes back at the other edge. Where the line goes neither way, stations hang under each other.
 */
export function branchPath(stations: number, arrives: boolean, leaves: boolean): string {
  return Array.from({ length: Math.max(0, stations - 1) }, (_, index) => {
    const y = trackY(index + 1);
    if (!arrives && !leaves) return `M50 ${lineAt}V${y}`;
    const before = arrives
      ? `M0 ${lineAt}C5 ${lineAt} 4 ${lineAt + 12} 4 ${lineAt + 22}V${y - 22}C4 ${y - 6} 7 ${y} 18 ${y}`
      : `M50 ${y}`;
    const after = leaves
      ? `H82C93 ${y} 96 ${y - 6} 96 ${y - 22}V${lineAt + 22}C96 ${lineAt + 12} 95 ${lineAt} 100 ${lineAt}`
      : "H50";
    return before + after;
  }).join("");
}

/** Which cells the line goes through: from the first step with a station to the last; steps between without one are passed. */
export function lineThrough(stationsPerStep: readonly number[]): { arrives: boolean; leaves: boolean }[] {
  const first = stationsPerStep.findIndex((count) => count > 0);
  const last = stationsPerStep.findLastIndex((count) => count > 0);
  return stationsPerStep.map((_, index) => ({
    arrives: first !== -1 && index > first && index <= last,
    leaves: first !== -1 && index >= first && index < last,
  }));
}

/**
 * Stations of a thumbnail, spread over `width` in reading order: high where customers get more than they expect, low
 * where they get less (`standings`, −1 … 1), in the middle where nothing is known.
 */
export function thumbnailStations(
  standings: readonly (number | null)[],
  width: number,
  height: number,
): { x: number; y: number }[] {
  const margin = 10;
  const count = standings.length;
  const reach = Math.max(0.35, ...standings.map((standing) => Math.abs(standing ?? 0)));
  return standings.map((standing, index) => ({
    x: count === 1 ? width / 2 : margin + (index * (width - 2 * margin)) / (count - 1),
    y: height / 2 - ((standing ?? 0) / reach) * (height / 2 - margin),
  }));
}
