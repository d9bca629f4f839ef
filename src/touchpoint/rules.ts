import type { ChannelKind } from "./model.ts";

const longest = 80;
const expansions: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

/** A key made of a name: «Suivi de livraison» → `suivi-de-livraison`; `fallback` when no letter or digit is left. */
export function keyFrom(name: string, fallback = "x"): string {
  const plain = name
    .toLowerCase()
    .replace(/[œæßøł]/g, (letter) => expansions[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? fallback : plain;
}

/** The key itself, or with the lowest number from 2 that makes it free. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `-${number}`;
    const candidate = `${key.slice(0, longest - suffix.length).replace(/-+$/, "")}${suffix}`;
    if (!isTaken(candidate)) return candidate;
  }
}

export const channelSides = ["online", "offline"] as const;
export type ChannelSide = (typeof channelSides)[number];

const online: ReadonlySet<ChannelKind> = new Set(["web", "app", "email", "sms", "chat", "social"]);

/** Whether customers go through a channel on a screen that is connected, or in the physical world, by voice and on paper. */
export function sideOf(kind: ChannelKind): ChannelSide | null {
  if (kind === "other") return null;
  return online.has(kind) ? "online" : "offline";
}
