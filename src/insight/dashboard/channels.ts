import { standing } from "../band.ts";
import { indicativeBelow } from "../scores.ts";
import type { BoardChannel, Dashboard, Standing } from "./model.ts";

/** Where the main score stands against its expectation on the ruler that all metrics share, −1 … 1; null when hidden. */
export function standingOf({ score, expectation }: Standing, end: "value" | "low" | "high" = "value"): number | null {
  const at = score?.[end] ?? null;
  return score === null || at === null || expectation === null ? null : standing(score.metric, at, expectation);
}

/**
 * The channel that stands lowest against what is expected of it, among those with 30 answers. `isClear` when even its
 * interval's upper end stands below the lower end of the next one. Null unless there are two to compare.
 */
export function weakestChannel(channels: readonly BoardChannel[]): Dashboard["weakest"] {
  const [lowest, next] = channels
    .flatMap((channel) => {
      const at = standingOf(channel);
      return at === null || (channel.score?.n ?? 0) < indicativeBelow ? [] : [{ channel, at }];
    })
    .toSorted((a, b) => a.at - b.at);
  if (lowest === undefined || next === undefined) return null;
  const [best, worst] = [standingOf(lowest.channel, "high") ?? 1, standingOf(next.channel, "low") ?? -1];
  return { channelId: lowest.channel.id, isClear: best < worst };
}
