import type { Language } from "./language.ts";

/** Endings that change no theme, longest first; what is left keeps four letters or more. */
const endings: Record<Language, readonly string[]> = {
  fr: (
    "issements issement atrices ations ateurs atrice ements aisons euses ation ateur ement aison aient antes euse eurs ives " +
    "ions ante ants eaux eur ees iez ait ais ant ent era ive ifs ee es er ez ir if ai e s x"
  ).split(" "),
  en: "fulness ations ements ation ement ments ingly iness edly ness ment ings ers ies ing ed er es ly s e y".split(
    " ",
  ),
};
const shortest = 4;

/** Forms of one word that no ending brings together. */
const families: ReadonlyMap<string, string> = new Map([
  ["decu", "decev"],
  ["decus", "decev"],
  ["decue", "decev"],
  ["decues", "decev"],
  ["deception", "decev"],
  ["deceptions", "decev"],
  ["livraison", "livr"],
  ["livraisons", "livr"],
  ["paid", "pay"],
  ["broken", "break"],
  ["broke", "break"],
  ["sent", "send"],
]);

/** A light stem of a folded word, to count «livré», «livreur» and «livraison» together: not a dictionary's. */
export function stemOf(word: string, language: Language): string {
  const family = families.get(word);
  if (family !== undefined) return family;
  const ending = endings[language].find((one) => word.endsWith(one) && word.length - one.length >= shortest);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}
