import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { difference } from "./difference.ts";
import { typedOver } from "./typed-over.ts";

test("[J8] a key typed before others' words are on one's screen takes none of them away", () => {
  expect(typedOver("Late", "Late again", "Always Late")).toBe("Always Late again");
  expect(typedOver("Late", "Too Late", "Late again")).toBe("Too Late again");
  expect(typedOver("Late again", "Late", "Always Late again")).toBe("Always Late");
  expect(typedOver("Late again", "Late ag", "Late")).toBe("Late");
  expect(typedOver("Late", "Soon", "Never")).toBe("SoonNever");
});

test("[J8] two people's changes of one text make what the document makes of them, in either order where they meet", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b", " ", "😀"), maxLength: 8 });
  fc.assert(
    fc.property(words, words, words, (shown, typed, current) => {
      const [both, wanted] = [typedOver(shown, typed, current), merged(shown, typed, current)];
      expect(both.split("").toSorted()).toEqual(wanted.split("").toSorted());
      if (areApart(difference(shown, typed), difference(shown, current))) expect(both).toBe(wanted);
    }),
  );
});

type Change = ReturnType<typeof difference>;
function areApart(one: Change, other: Change): boolean {
  return one.start + one.removed < other.start || other.start + other.removed < one.start;
}

/** The oracle: both change a copy of one document, which are then put together. */
function merged(shown: string, typed: string, current: string): string {
  const first = new Y.Doc();
  first.getText().insert(0, shown);
  const copies = [typed, current].map((text) => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(first));
    const { start, removed, inserted } = difference(shown, text);
    copy.getText().delete(start, removed);
    copy.getText().insert(start, inserted);
    return copy;
  });
  for (const copy of copies) Y.applyUpdate(first, Y.encodeStateAsUpdate(copy));
  return first.getText().toJSON();
}
