import fc from "fast-check";
import { expect, test } from "vitest";
import { components, type KnownPerson, resolve } from "./identity.ts";

const refs = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
const groups = fc.array(fc.uniqueArray(refs, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

/** Spreads a mark until nothing changes any more: slow, and plainly right. */
function naive(given: readonly (readonly string[])[]): string[][] {
  const mark = new Map(given.flat().map((ref, index) => [ref, index]));
  for (let changed = true; changed;) {
    changed = false;
    for (const group of given) {
      const least = Math.min(...group.map((ref) => mark.get(ref) ?? 0));
      for (const ref of group) if (mark.get(ref) !== least) changed = mark.set(ref, least) !== undefined;
    }
  }
  return Object.values(Object.groupBy(mark.keys(), (ref) => String(mark.get(ref)))).map((each) =>
    (each ?? []).toSorted(),
  );
}
const sorted = (sets: string[][]) => sets.map((set) => set.toSorted().join()).toSorted();

test("[I40] identifiers met together, directly or through others, are one person", () => {
  fc.assert(
    fc.property(groups, (given) => {
      expect(sorted(components(given))).toEqual(sorted(naive(given)));
    }),
  );
});

test("[I41] read in one go or in pieces, in any order, the same identifiers end with one person", () => {
  const run = (batches: readonly (readonly (readonly string[])[])[]) => {
    const personOf = new Map<string, KnownPerson>();
    let clock = 0;
    for (const batch of batches) {
      clock += 1;
      const { added, merged } = resolve(batch, personOf);
      const since = new Map([...personOf.values()].map(({ id, since: each }) => [id, each]));
      for (const { ref, person } of added) personOf.set(ref, { id: person, since: since.get(person) ?? clock });
      for (const { from, into } of merged) {
        for (const [ref, { id }] of personOf)
          if (id === from) personOf.set(ref, { id: into, since: since.get(into) ?? clock });
      }
    }
    return sorted(
      Object.values(Object.groupBy(personOf.keys(), (ref) => personOf.get(ref)?.id ?? "")).map((each) => each ?? []),
    );
  };
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 12 }), (given, cut) => {
      expect(run([given.slice(0, cut), given.slice(cut)])).toEqual(run([given.toReversed()]));
    }),
  );
});

test("[I42] of several known people the oldest stays", () => {
  const personOf = new Map([
    ["a", { id: "young", since: 2 }],
    ["b", { id: "old", since: 1 }],
  ]);
  expect(resolve([["a", "b", "c"]], personOf)).toEqual({
    created: [],
    added: [{ ref: "c", person: "old" }],
    merged: [{ from: "young", into: "old" }],
  });
});
