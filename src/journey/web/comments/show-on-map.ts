import { elementOf } from "../grid-focus.ts";

/** Brings an item into sight, wherever the view that is open draws it, and gives it the focus. */
export function showOnMap(ref: string): void {
  const element = elementOf(ref);
  element?.scrollIntoView({ block: "center", inline: "center", behavior: "smooth" });
  element?.focus({ preventScroll: true });
}
