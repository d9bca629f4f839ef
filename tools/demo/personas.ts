import type { Persona } from "#persona/model.ts";
import type { Locale } from "#workspace/model.ts";
import { type Bilingual, inBoth } from "./bilingual.ts";

export const personas: readonly { key: string; name: Bilingual; summary: Bilingual }[] = [
  {
    key: "anxious",
    name: inBoth("Camille, l’inquiète", "Camille, the anxious one"),
    summary: inBoth(
      "Première cuisine, un budget compté. Cherche quelqu’un à qui parler, et veut qu’on la prévienne avant qu’elle ne demande.",
      "A first kitchen, a tight budget. Wants somebody to talk to, and to be told before she has to ask.",
    ),
  },
  {
    key: "autonomous",
    name: inBoth("Nadia, l’autonome", "Nadia, who does it herself"),
    summary: inBoth(
      "Bricole depuis dix ans. Fait tout en ligne, va droit aux faits, et n’appelle que si rien ne marche.",
      "Has done her own work for ten years. Does everything online, wants facts, and rings only when nothing works.",
    ),
  },
];

/** The personas of the demo in one language. */
export function personaDrafts(locale: Locale): Omit<Persona, "id">[] {
  return personas.map(({ key, name, summary }) => ({ key, name: name[locale], summary: summary[locale] }));
}
