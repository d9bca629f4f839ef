import { expect, test } from "vitest";
import { checkWords, wordProblems } from "./check-words.ts";

const screen = (text: string) => ({
  path: "src/room/web/screen.tsx",
  text: `const { t } = useTranslation("room");${text}`,
});
const words = (en: Record<string, string>, fr: Record<string, string>) => [{ room: "room", en, fr }];

test("[U6] words said in both languages are fine: alone, as a family, as a plural", () => {
  const both = { name: "x", "kind.a": "x", "kind.b": "x", rows_one: "{{n}}", rows_other: "{{n}}" };
  expect(wordProblems(words(both, both), [screen('t("name"); t(`kind.${kind}`); t("rows", { count, n })')])).toEqual(
    [],
  );
});

test("[U6] a word that a language lacks, that no screen says or that is not there is a problem", () => {
  const problems = wordProblems(words({ a: "x", spare: "x" }, { b: "x", spare: "x" }), [screen('t("a"); t("c")')]);
  expect(problems).toEqual([
    expect.stringContaining('says "c", which room has no words for'),
    'room has "a" in English only.',
    'room has "b" in French only.',
    'room has words for "spare", which no screen says.',
  ]);
});

test("[U6] a value that one language does not fill in, and half a plural, are problems", () => {
  const problems = wordProblems(words({ a: "{{n}} x", rows_one: "x" }, { a: "x", rows_one: "x" }), [
    screen('t("a"); t("rows")'),
  ]);
  expect(problems).toEqual([
    'room fills "a" with {{n}} in English, with nothing in French.',
    'room has "rows_one" without "rows_other".',
  ]);
});

test("[U6] a key is looked for in the room that the translator speaks for", () => {
  const other = { room: "other", en: { a: "x" }, fr: { a: "x" } };
  const text = 'const { t: tOther } = useTranslation("other"); tOther("a"); t("other:b")';
  expect(wordProblems([...words({}, {}), other], [screen(text)])).toEqual([
    expect.stringContaining('says "b", which other has no words for'),
  ]);
});

test("[U6] the words of the product have been looked at", async () => {
  expect((await checkWords()).inspected).toBeGreaterThan(400);
});
