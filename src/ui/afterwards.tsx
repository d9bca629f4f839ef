import { type ReactNode, useDeferredValue } from "react";

/** Draws its content once all around it is on screen, in slices that let typing and scrolling through. */
export function Afterwards({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
