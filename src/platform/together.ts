export interface Together<Item, Result> {
  /** Items of one batch. */
  most: number;
  /** Items of one key are done one after the other, in the order they came. */
  keyOf: (item: Item) => string;
  /** Does them all or none, and gives the result of each in their order. */
  work: (items: readonly Item[]) => Promise<readonly Result[]>;
}

interface Waiting<Item, Result> extends PromiseWithResolvers<Result> {
  item: Item;
}

/**
 * Does together what comes at the same time, one batch after the other: what comes while one is under way goes with the next,
 * so that nobody waits for company. Where a batch fails, each of it is done alone, and only what fails then is rejected:
 * `work` may be given again what it has done.
 */
export function together<Item, Result>({ most, keyOf, work }: Together<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let isUnderWay = false;

  const takeBatch = (): Waiting<Item, Result>[] => {
    const batch = new Map<string, Waiting<Item, Result>>();
    const left: Waiting<Item, Result>[] = [];
    for (const one of waiting) {
      const key = keyOf(one.item);
      if (batch.size === most || batch.has(key)) left.push(one);
      else batch.set(key, one);
    }
    waiting = left;
    return [...batch.values()];
  };
  const doAll = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await doAll([one]);
    }
  };
  const doWaiting = async (): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    while (waiting.length > 0) await doAll(takeBatch());
    isUnderWay = false;
  };

  return (item) => {
    const one = { item, ...Promise.withResolvers<Result>() };
    waiting.push(one);
    void doWaiting();
    return one.promise;
  };
}
