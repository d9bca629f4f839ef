import { type RefObject, startTransition, useEffect, useState } from "react";

/** Tells once when an element comes near the part of the page that is in sight. */
export interface NearWatch {
  watch: (element: Element, onNear: () => void) => () => void;
}

/** Half a window further in every direction, so that what is scrolled to is there already. */
const margin = "50%";

/** One observer for many elements, made with the first. */
export function createNearWatch(): NearWatch {
  const waiting = new Map<Element, () => void>();
  let observer: IntersectionObserver | null = null;
  const look = (entries: readonly IntersectionObserverEntry[]) =>
    // In slices, so that scrolling goes on while hundreds of cards are drawn.
    startTransition(() => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
    });
  return {
    watch: (element, onNear) => {
      observer ??= new IntersectionObserver(look, { rootMargin: margin, scrollMargin: margin });
      waiting.set(element, onNear);
      observer.observe(element);
      return () => {
        waiting.delete(element);
        observer?.unobserve(element);
      };
    },
  };
}

/** Whether an element is, or has been, near what is in sight; without a watch it always is. */
export function useNear(element: RefObject<Element | null>, near: NearWatch | null): boolean {
  const [isNear, setIsNear] = useState(near === null);
  useEffect(() => {
    const { current } = element;
    return isNear || near === null || current === null ? undefined : near.watch(current, () => setIsNear(true));
  }, [isNear, near, element]);
  return isNear;
}

/** Whether to draw what is not needed at once: false at first, true when the page has nothing better to do. */
export function useLater(isLater: boolean): boolean {
  const [isNow, setIsNow] = useState(!isLater);
  useEffect(() => {
    if (isNow) return undefined;
    const draw = () => startTransition(() => setIsNow(true));
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(draw, 0);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(draw, { timeout: 2_000 });
    return () => cancelIdleCallback(idle);
  }, [isNow]);
  return isNow;
}
