import { IntervalRuler } from "#ui/interval-ruler.tsx";
import { bandOf, rangeOf } from "../band.ts";
import type { ShownScore } from "./score-format.ts";

interface ScoreRulerProps {
  score: ShownScore;
  /** In the unit of the score; null: no tick, and no colour against it. */
  expectation?: number | null;
  /** What it says, where nothing beside it does. */
  label?: string;
}

/** A score on the scale of its metric: its 95 % interval, the score, and a tick at what is expected. */
export function ScoreRuler({ score, expectation = null, ...said }: ScoreRulerProps) {
  const band = expectation === null ? null : bandOf(score, expectation);
  const tone = band === null ? undefined : band < 0 ? "bad" : band > 0 ? "good" : "even";
  return <IntervalRuler {...score} {...rangeOf(score.metric)} mark={expectation} tone={tone} {...said} />;
}
