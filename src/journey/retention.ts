/** A version as the rule sees it; times in milliseconds. */
export interface Dated {
  id: string;
  isNamed: boolean;
  at: number;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Up to an age, one version is kept of each stretch of time; older ones, one of each four weeks. */
const rings = [
  { upTo: day, each: 0 },
  { upTo: 30 * day, each: day },
  { upTo: 365 * day, each: 7 * day },
  { upTo: Infinity, each: 28 * day },
] as const;

/** How long editing goes on before its state is kept, and how long it rests before the session counts as ended. */
export const snapshotAfter = { editing: hour, resting: hour / 6 } as const;

/** The ids of the versions that can go: of those without a name, the last of each stretch of time stays. */
export function thinned(versions: readonly Dated[], now: number): string[] {
  const kept = new Set<string>();
  return versions
    .filter(({ isNamed }) => !isNamed)
    .toSorted((a, b) => b.at - a.at)
    .filter(({ at }) => {
      const { each } = rings.find(({ upTo }) => now - at <= upTo) ?? rings[3];
      if (each === 0) return false;
      const stretch = `${each} ${Math.floor(at / each)}`;
      if (kept.has(stretch)) return true;
      kept.add(stretch);
      return false;
    })
    .map(({ id }) => id);
}
