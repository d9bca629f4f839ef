/** What a rule listens for: answers or contacts at a touchpoint, whichever way they came, or the answers to a survey. */
export const sources = ["answers", "contacts", "surveys"] as const;
export type Source = (typeof sources)[number];

/** What came on one day (UTC): how many, the first and the last, in milliseconds since 1970. */
export interface Arrivals {
  n: number;
  first: number;
  last: number;
}

export interface Silence {
  /** When the last came before it. */
  lastAt: number;
  /** How many came on the `days` days that end with that one. */
  n: number;
  /** When it had lasted for `days`. */
  at: number;
  /** It lasts. */
  isOpen: boolean;
}

const day = 86_400_000;

/** The silences that had lasted for `days` (1 or more) by `until`, in the order they began; `arrivals` come day by day. */
export function silencesIn(arrivals: readonly Arrivals[], { days, until }: { days: number; until: number }): Silence[] {
  return arrivals.flatMap(({ last }, i) => {
    const [at, next] = [last + days * day, arrivals[i + 1]?.first ?? Number.POSITIVE_INFINITY];
    if (at >= Math.min(next, until)) return [];
    const firstDay = Math.floor(last / day) - days + 1;
    const heard = arrivals.slice(0, i + 1).filter((one) => Math.floor(one.last / day) >= firstDay);
    return [{ lastAt: last, n: heard.reduce((sum, { n }) => sum + n, 0), at, isOpen: next > until }];
  });
}
