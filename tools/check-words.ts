import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./execute.ts";

type Texts = Record<string, string>;

/** The words of a room, or of a folder of its screens, in both languages. */
export interface RoomWords {
  room: string;
  en: Texts;
  fr: Texts;
}

/** A source that puts words on screen. */
export interface Screen {
  path: string;
  text: string;
}

/**
 * Holds the words on screen together.
 * @returns how many words there are, and a sentence for each that a language lacks, that no screen says, that a screen says
 * and no language has, that only one language fills with a value, or that has but one form of a plural.
 */
export async function checkWords(): Promise<{ inspected: number; problems: string[] }> {
  const rooms = await readWords();
  return {
    inspected: rooms.reduce((sum, { en }) => sum + Object.keys(en).length, 0),
    problems: wordProblems(rooms, readScreens()),
  };
}

async function readWords(): Promise<RoomWords[]> {
  return Promise.all(
    globSync("src/{ui,*/web,*/web/*}/words.en.ts", { cwd: repository }).map(async (path) => {
      const english: { en: Texts } = await import(join(repository, path));
      const french: { fr: Texts } = await import(join(repository, path.replace(".en.ts", ".fr.ts")));
      return { room: roomOf(path), en: english.en, fr: french.fr };
    }),
  );
}

function readScreens(): Screen[] {
  return globSync("src/{ui,*/web}/**/*.{ts,tsx}", { cwd: repository })
    .filter((path) => !/\.test\.tsx?$|\/words\.\w\w\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(repository, path), "utf8") }));
}

/** A folder of a room's screens speaks with words of its own: `src/journey/web/comments/` is `comments`. */
function roomOf(path: string): string {
  const [, room = "", , folder = "", file] = path.split("/");
  return file === undefined ? room : folder;
}

export function wordProblems(rooms: readonly RoomWords[], screens: readonly Screen[]): string[] {
  const said = new Map(rooms.map(({ room }) => [room, new Set<string>()]));
  const problems: string[] = [];
  for (const screen of screens) {
    for (const { room, pattern, key } of wordsSaid(screen)) {
      const texts = rooms.find((each) => each.room === room)?.en ?? {};
      const met = Object.keys(texts).filter((word) => pattern.test(word));
      for (const word of met) said.get(room)?.add(word);
      if (met.length === 0 && key !== null)
        problems.push(`${screen.path} says "${key}", which ${room} has no words for.`);
    }
  }
  for (const { room, en, fr } of rooms) {
    for (const key of new Set([...Object.keys(en), ...Object.keys(fr)])) problems.push(...wrong(room, key, en, fr));
    const unsaid = Object.keys(en).filter((key) => said.get(room)?.has(key) !== true);
    problems.push(...unsaid.map((key) => `${room} has words for "${key}", which no screen says.`));
  }
  return problems;
}

function wrong(room: string, key: string, en: Texts, fr: Texts): string[] {
  const [english, french] = [en[key], fr[key]];
  if (!english) return [`${room} has "${key}" in French only.`];
  if (!french) return [`${room} has "${key}" in English only.`];
  const form = /_(?:one|other)$/.exec(key)?.[0];
  const twin = form === undefined ? key : key.replace(form, form === "_one" ? "_other" : "_one");
  if (!(twin in en)) return [`${room} has "${key}" without "${twin}".`];
  // «Un client» may leave out the number that English writes, so singulars are not compared.
  const [inEnglish, inFrench] = [valuesIn(english), valuesIn(french)];
  return form === "_one" || inEnglish === inFrench
    ? []
    : [`${room} fills "${key}" with ${inEnglish} in English, with ${inFrench} in French.`];
}

function valuesIn(text: string): string {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted().join(" ") || "nothing";
}

interface Said {
  room: string;
  pattern: RegExp;
  /** Null where the source may well mean something else than a word. */
  key: string | null;
}

/** `t("key")` is sure; a string or a template alone may be the key of a list, in any room that the source speaks for. */
function wordsSaid({ path, text }: Screen): Said[] {
  const translators = [
    ...text.matchAll(/\bt(?::\s*(\w+))?(?:,[^}]*)?\s*\}\s*=\s*use(?:Translation\(\[?"(\w+)"|Map\(\))/g),
  ].map(
    // The parts of a map take the words of the map from it.
    ({ 1: name = "t", 2: room = "journey", index }) => ({ name, room, index }),
  );
  const rooms = [...new Set([...translators.map(({ room }) => room), roomOf(path)])];
  const sure = [...text.matchAll(/\b(\w+)\(\s*"([^"]+)"/g)].flatMap(({ 1: name, 2: key = "", index }) => {
    const room = translators.findLast((each) => each.name === name && each.index < index)?.room;
    return room === undefined ? [] : [wordSaid(room, key, true)];
  });
  const maybe = [...text.matchAll(/"([^"\s]+)"|`([^`\s$]*\$\{[^`]*)`/g)].flatMap(({ 1: plain, 2: template = "" }) =>
    rooms.map((room) => wordSaid(room, plain ?? template, false)),
  );
  return [...sure, ...maybe];
}

/** `room:key` speaks for another room. */
function wordSaid(own: string, written: string, isSure: boolean): Said {
  const [, room = own, key = written] = /^(\w+):(.+)$/.exec(written) ?? [];
  return { room, pattern: patternOf(key), key: isSure ? key : null };
}

function patternOf(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(".+")}(?:_(?:one|other))?$`);
}
