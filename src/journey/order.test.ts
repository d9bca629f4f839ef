import fc from "fast-check";
import { expect, test } from "vitest";
import { compareOrder, orderBetween, ordersAt, readOrder, reordered, type Ordered } from "./order.ts";

const pinned = { seed: 20261122 };

test("[J3] a key between two keys is strictly between them, however often one asks", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 80 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const index = place % (keys.length + 1);
        keys.splice(index, 0, orderBetween(keys[index - 1] ?? "", keys[index] ?? null));
      }
      expect(keys).toEqual([...new Set(keys)].toSorted());
      for (const key of keys) expect(readOrder(key)).toBe(key);
    }),
    pinned,
  );
});

test("[J3] keys stay short when one adds at either end", () => {
  let [first, last] = ["V", "V"];
  for (let count = 0; count < 200; count += 1) {
    first = orderBetween("", first);
    last = orderBetween(last, null);
  }
  expect(Math.max(first.length, last.length)).toBeLessThanOrEqual(8);
});

test("[J3] there is no key between a key and itself", () => {
  expect(() => orderBetween("V", "V")).toThrow(RangeError);
});

test("[J4] an item lands where it is put among siblings that share a key, and they keep their order", () => {
  const key = fc.constantFrom("", "1", "V", "V1", "z");
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-y]{1,3}$/), order: key }), { selector: (item) => item.id }),
      fc.nat(),
      (items, place) => {
        const siblings: Ordered[] = items.toSorted(compareOrder);
        const index = place % (siblings.length + 1);
        const { own, pushed } = ordersAt(siblings, index);
        const moved = new Map(pushed.map((item) => [item.id, item.order]));
        const after = [
          ...siblings.map(({ id, order }) => ({ id, order: moved.get(id) ?? order })),
          { id: "zz", order: own },
        ].toSorted(compareOrder);
        expect(after.map(({ id }) => id)).toEqual(siblings.map(({ id }) => id).toSpliced(index, 0, "zz"));
      },
    ),
    pinned,
  );
});

test("[J4] a stored value that is no key counts as the lowest one", () => {
  expect([undefined, 3, "", "é", "V0", "a b"].map(readOrder)).toEqual(["", "", "", "", "", ""]);
});

test("[J41] putting siblings in another order gives as few new keys as can be", () => {
  const keys = ["B", "C", "D", "E"].map((order) => ({ id: order, order }));
  const listed = (...ids: string[]) => ids.map((id) => keys.find((key) => key.id === id) ?? { id, order: "" });
  expect(reordered(listed("B", "C", "D", "E"))).toEqual([]);
  expect(reordered(listed("C", "D", "E", "B")).map(({ id }) => id)).toEqual(["B"]);
  expect(reordered(listed("B", "new", "D", "C", "E")).map(({ id }) => id)).toHaveLength(2);
  fc.assert(
    fc.property(fc.array(fc.constantFrom("", "B", "C", "D", "E", "F"), { maxLength: 12 }), (orders) => {
      const siblings = orders.map((order, index) => ({ id: `${index}`, order }));
      const news = new Map(reordered(siblings).map(({ id, order }) => [id, order]));
      const after = siblings.map(({ id, order }) => ({ id, order: news.get(id) ?? order }));
      expect(after.toSorted(compareOrder)).toEqual(after);
      expect(new Set(after.map(({ order }) => order)).size).toBe(after.length);
    }),
  );
});
