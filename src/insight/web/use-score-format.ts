import { useMemo } from "react";
import { useFormat } from "#ui/use-format.ts";
import { type ScoreFormat, scoreFormat } from "./score-format.ts";

/** How scores are written in the language on screen. */
export function useScoreFormat(): ScoreFormat {
  const format = useFormat();
  return useMemo(() => scoreFormat(format), [format]);
}
