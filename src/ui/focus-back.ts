import { useEffect, useState } from "react";

/** Who opened what goes without closing gets the focus back; of an entry of a menu, the button of the menu. */
export function useFocusBack(): void {
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      requestAnimationFrame(() => document.activeElement === document.body && opener?.focus());
    },
    [opener],
  );
}

function openerOf(active: Element | null): HTMLElement | null {
  const button = active?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const opener = typeof button === "string" ? document.querySelector(`#${CSS.escape(button)}`) : active;
  return opener instanceof HTMLElement ? opener : null;
}
