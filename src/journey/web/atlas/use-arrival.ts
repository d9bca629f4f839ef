import { useEffect, useRef } from "react";
import { showOnMap } from "../comments/show-on-map.ts";

/** Who follows a link to something on a map finds it in sight, once the map is drawn. */
export function useArrival(item: string | undefined, isDrawn: boolean): void {
  const wanted = useRef(item);
  useEffect(() => {
    if (!isDrawn || wanted.current === undefined) return;
    const ref = wanted.current;
    wanted.current = undefined;
    requestAnimationFrame(() => showOnMap(ref));
  }, [isDrawn]);
}
