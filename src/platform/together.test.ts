import fc from "fast-check";
import { expect, test } from "vitest";
import { together } from "./together.ts";

/** Work that ends when it is told to, and what it was given. */
function slowWork() {
  const given: number[][] = [];
  const ends: (() => void)[] = [];
  const work = async (items: readonly number[]): Promise<number[]> => {
    given.push([...items]);
    await new Promise<void>((end) => ends.push(end));
    if (items.includes(13)) throw new RangeError("not 13");
    return items.map((item) => item * 2);
  };
  const end = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise((later) => setImmediate(later));
  };
  return { given, end, work };
}
const keyOf = (item: number) => `${item % 100}`;

test("[V204] the first goes at once, and what comes meanwhile goes together, so many at a time", async () => {
  const { given, end, work } = slowWork();
  const double = together({ most: 3, keyOf, work });
  const results = Promise.all([1, 2, 3, 4, 5].map(double));
  expect(given).toEqual([[1]]);
  await end();
  expect(given).toEqual([[1], [2, 3, 4]]);
  await end();
  await end();
  expect(await results).toEqual([2, 4, 6, 8, 10]);
});

test("[V204] what has one key is done one after the other, in the order it came", async () => {
  const { given, end, work } = slowWork();
  const double = together({ most: 10, keyOf, work });
  const results = Promise.all([1, 2, 102, 202, 3].map(double));
  for (let n = 0; n < 4; n++) await end();
  expect(given).toEqual([[1], [2, 3], [102], [202]]);
  expect(await results).toEqual([2, 4, 204, 404, 6]);
});

test("[V204] one that fails does so alone", async () => {
  const { given, end, work } = slowWork();
  const double = together({ most: 10, keyOf, work });
  const results = Promise.allSettled([1, 2, 13, 3].map(double));
  for (let n = 0; n < 5; n++) await end();
  expect(given).toEqual([[1], [2, 13, 3], [2], [13], [3]]);
  expect((await results).map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
    2,
    4,
    "RangeError: not 13",
    6,
  ]);
});

test("[V204] whatever comes whenever, each has the result of its own and nothing of one key overlaps", async () => {
  const item = fc.record({ value: fc.nat(40), after: fc.nat(4) });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), async (items, most) => {
      const busy = new Set<string>();
      const work = async (some: readonly number[]): Promise<number[]> => {
        expect(some.length).toBeLessThanOrEqual(most);
        const keys = some.map((value) => `${value % 7}`);
        for (const key of keys) {
          expect(busy.has(key)).toBe(false);
          busy.add(key);
        }
        await new Promise((later) => setImmediate(later));
        for (const key of keys) busy.delete(key);
        if (some.some((value) => value % 5 === 0)) throw new Error("five");
        return some.map((value) => value * 2);
      };
      const double = together({ most, keyOf: (value) => `${value % 7}`, work });
      const results = await Promise.all(
        items.map(async ({ value, after }) => {
          for (let n = 0; n < after; n++) await new Promise((later) => setImmediate(later));
          return double(value).catch(() => null);
        }),
      );
      expect(results).toEqual(items.map(({ value }) => (value % 5 === 0 ? null : value * 2)));
    }),
    { numRuns: 50 },
  );
});
