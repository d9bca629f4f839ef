/** How large the map is drawn, 1 being as it is meant. */
const zoomLimits = { least: 0.25, most: 2 } as const;
const stops = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
const storedZoom = "parcours-zoom";

/** Within the limits, in whole percents. */
export function boundedZoom(zoom: number): number {
  if (!Number.isFinite(zoom)) return 1;
  return Math.round(Math.max(zoomLimits.least, Math.min(zoomLimits.most, zoom)) * 100) / 100;
}

/** The next stop above or under. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  return by > 0
    ? (stops.find((stop) => stop > zoom) ?? zoomLimits.most)
    : (stops.findLast((stop) => stop < zoom) ?? zoomLimits.least);
}

/** The zoom at which all steps are in sight; never larger than meant. */
export function fittingZoom(room: number, natural: number): number {
  return natural <= 0 ? 1 : Math.min(1, Math.floor(boundedZoom(room / natural) * 100) / 100);
}

/** What this browser drew last. */
export function rememberedZoom(): number {
  return boundedZoom(Number(localStorage.getItem(storedZoom) ?? 1));
}

export function rememberZoom(zoom: number): void {
  localStorage.setItem(storedZoom, String(zoom));
}
