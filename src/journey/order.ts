/** In ASCII order, so that comparing two keys as strings compares them as fractions. */
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base = digits.length;
const middle = base / 2;
const wellFormed = /^[0-9A-Za-z]*[1-9A-Za-z]$/;

/** Something with a place among its siblings: by key, and by id when two keys are equal. */
export interface Ordered {
  id: string;
  order: string;
}

export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The key as stored, or the lowest one when it is not a key at all. */
export function readOrder(value: unknown): string {
  return typeof value === "string" && wellFormed.test(value) ? value : "";
}

/**
 * A short key strictly between two keys: `""` is before every key, `null` after every key.
 * @throws RangeError when `before` is not below `after`.
 */
export function orderBetween(before: string, after: string | null): string {
  if (after !== null && before >= after) throw new RangeError(`no key between ${before} and ${after}`);
  if (before === "" && after === null) return digits.charAt(middle);
  let key = "";
  let isBelowAfter = after === null;
  for (let at = 0; ; at += 1) {
    const low = at < before.length ? digits.indexOf(before.charAt(at)) : 0;
    const high = isBelowAfter ? base : digits.indexOf((after ?? "").charAt(at));
    if (high - low > 1)
      return key + digits.charAt(step(low, high, { isLast: after === null, isFirst: before === "" && !isBelowAfter }));
    key += digits.charAt(low);
    if (high > low) isBelowAfter = true;
  }
}

/** At either end the next digit leaves room for many more of the same; in between, the middle does. */
function step(low: number, high: number, { isLast, isFirst }: { isLast: boolean; isFirst: boolean }): number {
  if (isLast) return low + 1;
  if (isFirst) return high - 1;
  return Math.floor((low + high) / 2);
}

/**
 * The keys that put a newcomer at `index` among sorted `siblings`: its own, and new ones for the siblings that it pushes
 * along because concurrent edits gave them the very key that is before them.
 */
export function ordersAt(siblings: readonly Ordered[], index: number): { own: string; pushed: Ordered[] } {
  const before = siblings[index - 1]?.order ?? "";
  const from = siblings.slice(index);
  const room = from.findIndex((sibling) => sibling.order > before);
  const pushed = room === -1 ? from : from.slice(0, room);
  const after = from[pushed.length]?.order ?? null;
  const own = orderBetween(before, after);
  let last = own;
  return {
    own,
    pushed: pushed.map(({ id }) => {
      last = orderBetween(last, after);
      return { id, order: last };
    }),
  };
}

/** New keys, as few as can be, that put the siblings in the order in which they are listed. */
export function reordered(siblings: readonly Ordered[]): Ordered[] {
  const kept = longestRising(siblings.map(({ order }) => order));
  const news: Ordered[] = [];
  let last = "";
  let next = 0;
  siblings.forEach(({ id, order }, index) => {
    if (index === kept[next]) {
      last = order;
      next += 1;
    } else {
      last = orderBetween(last, siblings[kept[next] ?? -1]?.order ?? null);
      news.push({ id, order: last });
    }
  });
  return news;
}

/** The indexes of a longest run of strictly rising keys, by patience sorting; keys that are none are left out. */
function longestRising(keys: readonly string[]): number[] {
  /** For each length of a run, the index of the lowest key that ends one. */
  const ends: number[] = [];
  const before = keys.map((key, index) => {
    if (key === "") return -1;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[ends[middle] ?? -1] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return ends[low - 1] ?? -1;
  });
  const run: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.unshift(at);
  return run;
}
