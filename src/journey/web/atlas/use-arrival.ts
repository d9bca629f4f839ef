import { useEffect, useRef } from "react";
import { focusRef } from "../grid-focus.ts";

/** Who follows a link to something on a map finds it in sight, once the map is drawn. */
export function useArrival(item: string | undefined): void {
  const wanted = useRef(item);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const ref = wanted.current;
    wanted.current = undefined;
    focusRef(ref, "center");
  }, []);
}
