/** Where a way along the journey or across its lanes leads on a map whose steps are its rows. */
export const turnedDirections = { left: "up", right: "down", up: "left", down: "right" } as const;

const turnedKeys: Record<string, string> = {
  ArrowLeft: "ArrowUp",
  ArrowUp: "ArrowLeft",
  ArrowRight: "ArrowDown",
  ArrowDown: "ArrowRight",
};

/** Whether an element is on a map whose steps are its rows. */
export function isTurned(element: Element): boolean {
  return element.closest('[data-orientation="rows"]') !== null;
}

/** The arrow that leads, on a map whose steps are columns, where this one leads on a map as it lies (U78). */
export function arrowOn(element: Element, key: string): string {
  return isTurned(element) ? (turnedKeys[key] ?? key) : key;
}
