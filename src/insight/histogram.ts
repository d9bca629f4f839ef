/** How many answers gave each raw score. Every score of the room is a function of one of these, and they add up. */
export type Histogram = ReadonlyMap<number, number>;

export const emptyHistogram: Histogram = new Map();

/** Number of answers. */
export function sizeOf(histogram: Histogram): number {
  return histogram.values().reduce((sum, count) => sum + count, 0);
}

/** Answers whose score satisfies `wanted`. */
export function countWhere(histogram: Histogram, wanted: (score: number) => boolean): number {
  return histogram.entries().reduce((sum, [score, count]) => (wanted(score) ? sum + count : sum), 0);
}

/** The histogram of all the answers together. */
export function merge(histograms: Iterable<Histogram>): Histogram {
  const merged = new Map<number, number>();
  for (const histogram of histograms) {
    for (const [score, count] of histogram) merged.set(score, (merged.get(score) ?? 0) + count);
  }
  return merged;
}

/** Mean score; NaN of no answer. */
export function meanOf(histogram: Histogram): number {
  return histogram.entries().reduce((sum, [score, count]) => sum + score * count, 0) / sizeOf(histogram);
}

/** Sample variance, with n − 1; NaN under two answers. */
export function varianceOf(histogram: Histogram): number {
  const mean = meanOf(histogram);
  const squares = histogram.entries().reduce((sum, [score, count]) => sum + count * (score - mean) ** 2, 0);
  return squares / (sizeOf(histogram) - 1);
}
