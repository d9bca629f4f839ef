import { useCallback, useEffect, useState } from "react";
import type { EmotionPoint } from "../../model.ts";
import { useMap } from "../map-context.ts";
import { throttled } from "./throttle.ts";
import { pace } from "./use-telling.ts";

/** Tells the others, when there are any, which point of emotion one is pulling; null: none any more. */
export function useTellPull(): (point: EmotionPoint | null) => void {
  const { presence, say } = useMap();
  const [telling] = useState(() => throttled<EmotionPoint | null>(pace.pointer, (point) => say("pull", point)));
  useEffect(() => () => telling.stop(), [telling]);
  return useCallback(
    (point) => {
      if (point === null || presence.get().people.length > 0) telling.call(point);
    },
    [presence, telling],
  );
}
