import fc from "fast-check";
import { expect, test } from "vitest";
import { Key, channelKinds } from "./model.ts";
import { freeKey, keyFrom, sideOf } from "./rules.ts";

test("[T1] a key is its name in plain letters", () => {
  const names = ["Suivi de livraison", "Café d'été — Nº 3", "Œuvres & cœurs", "  SAV  ", "Point de vente n°12", "日本"];
  expect(names.map((name) => keyFrom(name, "touchpoint"))).toEqual([
    "suivi-de-livraison",
    "cafe-d-ete-n-3",
    "oeuvres-coeurs",
    "sav",
    "point-de-vente-n-12",
    "touchpoint",
  ]);
});

test("[T1] whatever the name and whatever is taken, the key is well formed and free", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(12), (name, takenCount) => {
      const taken = new Set<string>();
      for (let count = 0; count <= takenCount; count += 1) {
        const key = freeKey(keyFrom(name), (candidate) => taken.has(candidate));
        expect(Key.safeParse(key).success).toBe(true);
        expect(taken.has(key)).toBe(false);
        taken.add(key);
      }
    }),
    { seed: 20261122 },
  );
});

test("[T6] a channel is online or offline by its kind, and neither when its kind is not said", () => {
  const kindsOn = (side: ReturnType<typeof sideOf>) => channelKinds.filter((kind) => sideOf(kind) === side);
  expect(kindsOn("online")).toEqual(["web", "app", "email", "sms", "chat", "social"]);
  expect(kindsOn(null)).toEqual(["other"]);
  expect(kindsOn("offline")).toContain("phone");
});
