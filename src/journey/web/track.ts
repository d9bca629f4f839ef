/** The metro line through one step's cell, in a box 100 wide that is stretched to the column. */

/** Height of one track: the station, two lines of name, one of channel. */
export const trackHeight = 80;
/** How far under a track's top its line runs. */
export const lineAt = 24;

export const trackY = (index: number) => lineAt + index * trackHeight;

/**
 * The line's path: one track through each of the step's stations, leaving the main line before them and coming back after.
 * `arrives` and `leaves` say whether the line goes on to the left and to the right.
 */
export function trackPath(stations: number, arrives: boolean, leaves: boolean): string {
  const main = `M${arrives ? 0 : 50} ${lineAt}H${leaves ? 100 : 50}`;
  const branches = Array.from({ length: Math.max(0, stations - 1) }, (_, index) => {
    const y = trackY(index + 1);
    if (!arrives && !leaves) return `M50 ${lineAt}V${y}`;
    const before = arrives ? `M2 ${lineAt}C16 ${lineAt} 12 ${y} 28 ${y}` : `M50 ${y}`;
    const after = leaves ? `H72C88 ${y} 84 ${lineAt} 98 ${lineAt}` : "H50";
    return before + after;
  });
  return [arrives || leaves ? main : "", ...branches].join("");
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

/** Stations of a thumbnail, spread over `width` in reading order, rising and falling gently so that the line reads as a journey. */
export function thumbnailStations(count: number, width: number, height: number): { x: number; y: number }[] {
  const margin = 10;
  return Array.from({ length: count }, (_, index) => ({
    x: count === 1 ? width / 2 : margin + (index * (width - 2 * margin)) / (count - 1),
    y: height / 2 + Math.sin(index * 1.9) * (height / 2 - margin),
  }));
}
