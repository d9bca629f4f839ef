/** Brings an item into sight, wherever the view that is open draws it, and gives it the focus. */
export function showOnMap(ref: string): void {
  const element = document.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`);
  element?.scrollIntoView({ block: "center", inline: "center", behavior: "smooth" });
  element?.focus({ preventScroll: true });
}
