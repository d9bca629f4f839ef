import type { Language } from "./language.ts";
import type { Word } from "./words.ts";

/** How far, in words, a negation reaches after its word; a mark or a contrast ends it sooner. */
const reach = 4;
/** How far «ne» waits for its second half («ne … pas»). */
const patience = 6;

/** Words that deny what comes after them. */
const deniers: Record<Language, ReadonlySet<string>> = {
  fr: new Set("pas pa jamais jamai jame jms rien ri1 aucun aucune guere sans ni peu personne non".split(" ")),
  en: new Set(
    (
      "not never no without hardly barely scarcely neither nor nothing nobody none cannot cant dont doesnt didnt isnt wasnt " +
      "arent werent wont wouldnt couldnt shouldnt havent hasnt hadnt aint"
    ).split(" "),
  ),
};

/** Second halves of «ne …»; «plus» denies only there. What stands between the halves is denied too. */
const secondHalves = new Set("pas pa plus jamais rien aucun aucune guere personne".split(" "));

/** «un peu», «not only»: the denier of these pairs denies nothing. */
const harmless = new Set([
  "un peu",
  "a peu",
  "le peu",
  "not only",
  "not just",
  "non seulement",
  "no doubt",
  "sans doute",
]);

const endings: Record<Language, ReadonlySet<string>> = {
  fr: new Set("mais car donc et parce pourtant cependant alors quand".split(" ")),
  en: new Set("but because and so although though however when".split(" ")),
};

/** For every word whether a negation reaches it: ne … pas / plus / jamais / rien / aucun, sans, peu; not, n't, never, no, hardly … */
export function deniedWords(words: readonly Word[], language: Language): boolean[] {
  const denied = words.map(() => false);
  let until = -1;
  let waiting = -1;
  for (const [at, { kind, text }] of words.entries()) {
    if (kind === "mark" || endings[language].has(text)) {
      until = -1;
      waiting = -1;
      continue;
    }
    if (at <= until) denied[at] = true;
    const closes = language === "fr" && waiting >= 0 && at - waiting <= patience && secondHalves.has(text);
    if (closes) denied.fill(true, waiting + 1, at);
    if (closes || denies(words, at, language)) until = at + reach;
    if (closes) waiting = -1;
    else if (language === "fr" && (text === "ne" || text === "n")) waiting = at;
  }
  return denied;
}

/** Whether a word denies by itself. */
export function denies(words: readonly Word[], at: number, language: Language): boolean {
  const text = words[at]?.text ?? "";
  if (!deniers[language].has(text) && !(language === "en" && text.endsWith("n't"))) return false;
  return ![`${words[at - 1]?.text} ${text}`, `${text} ${words[at + 1]?.text}`].some((pair) => harmless.has(pair));
}

/** «recommande pas», «no problem», «plus jamais»: a phrase that holds its own denial is not denied by it. */
export function holdsDenier(words: readonly Word[], at: number, length: number, language: Language): boolean {
  for (let k = at; k < at + length; k++) {
    if (denies(words, k, language) || (language === "fr" && secondHalves.has(words[k]?.text ?? ""))) return true;
  }
  return false;
}
