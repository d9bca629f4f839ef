import { z } from "zod";

/**
 * A point of the map that is the same at every zoom and window size: a thing on it, and how far across it (0–1).
 * `on` is a ref (`card:…`), a cell (`cell:lane step`), or the whole `map`.
 */
export const Spot = z.object({
  on: z.string().max(450),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});
export type Spot = z.infer<typeof Spot>;

/** What lies at a point of the window; null beside the map. */
export function spotAt(x: number, y: number): Spot | null {
  const under = document.elementFromPoint(x, y);
  const thing = under?.closest<HTMLElement>("[role=grid] [data-ref], [role=grid] [data-lane][data-step], [role=grid]");
  if (thing === null || thing === undefined) return null;
  const box = thing.getBoundingClientRect();
  const share = (at: number, from: number, length: number) =>
    Math.round(Math.max(0, Math.min(1, length === 0 ? 0 : (at - from) / length)) * 1000) / 1000;
  return { on: nameOf(thing), x: share(x, box.left, box.width), y: share(y, box.top, box.height) };
}

function nameOf({ dataset }: HTMLElement): string {
  if (dataset["ref"] !== undefined) return dataset["ref"];
  return dataset["step"] === undefined ? "map" : `cell:${dataset["lane"] ?? ""} ${dataset["step"]}`;
}

/** Where a spot is in this window; null when what it lies on is not drawn here. */
export function pointOf({ on, x, y }: Spot): { x: number; y: number } | null {
  const box = document.querySelector(`[role=grid]${selectorOf(on)}`)?.getBoundingClientRect();
  return box === undefined || box.width === 0 ? null : { x: box.left + x * box.width, y: box.top + y * box.height };
}

function selectorOf(on: string): string {
  if (on === "map") return "";
  const [laneId = "", stepId = ""] = on.startsWith("cell:") ? on.slice("cell:".length).split(" ") : [];
  return on.startsWith("cell:")
    ? ` [data-column][data-lane="${CSS.escape(laneId)}"][data-step="${CSS.escape(stepId)}"]`
    : ` [data-ref="${CSS.escape(on)}"]`;
}
