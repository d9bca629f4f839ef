import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answers, limits, type SurveyContent, ways } from "../model.ts";
import { readyContent } from "../wording.ts";
import { pageAssets } from "./document.ts";
import { closedPage, thanksPage } from "./message-page.ts";
import { qrSvg } from "./qr.ts";
import { readForm } from "./read-form.ts";
import { type SurveyPage, surveyPage } from "./survey-page.ts";
import { pageLanguages, pageWords } from "./words.ts";

const attempt = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";
const nps = readyContent("nps", { relation: "transactional", task: "" });
const page = { content: nps, language: "en", action: "/s/token", attempt, shownAt: 1000, way: "qr" } as const;

/** A survey with every kind of question, in which everything that somebody can write is this text. */
function written(text: string): SurveyContent {
  const texts = { fr: text };
  return {
    languages: ["fr"],
    thanks: texts,
    consent: texts,
    publication: {},
    questions: [
      { kind: "score", id: "score", metric: "csat", look: "smileys", text: texts, low: texts, high: texts, when: null },
      { kind: "comment", id: "comment", text: texts, byScore: [{ upTo: 3, text: texts }], when: null },
      { kind: "choice", id: "one", isMultiple: false, text: texts, options: options(texts), when: null },
      { kind: "choice", id: "many", isMultiple: true, text: texts, options: options(texts), when: null },
      { kind: "scale", id: "scale", min: 0, max: 10, text: texts, low: texts, high: texts, when: null },
      { kind: "text", id: "word", text: texts, when: { questionId: "many", anyOf: ["a"] } },
    ],
  };
}

function options(text: Record<string, string>) {
  return ["a", "b", "c"].map((id) => ({ id, text }));
}

/** Fields that the browser would post, read out of the page as it stands. */
function fieldsOf(html: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const add = (name: string, value: string) => (found[name] = [...(found[name] ?? []), value]);
  for (const [, attributes = ""] of html.matchAll(/<input ([^>]*)>/g)) {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    if (!/type="(?:radio|checkbox)"/.test(attributes) || / checked/.test(attributes))
      add(read("name") ?? "", unescaped(read("value") ?? ""));
  }
  for (const [, name = "", value = ""] of html.matchAll(/<textarea id="\w*" name="(\w*)"[^>]*>\n([^<]*)<\/textarea>/g))
    add(name, unescaped(value).replaceAll("\n", "\r\n"));
  return found;
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** All tags, with the names of their attributes: what a page is, whatever it says. */
function shapeOf(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, "="));
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<script>",
        "</script>",
        "</textarea>",
        '"',
        "'",
        "`",
        "-->",
        "&lt;",
        "<",
        ">",
        "{{score}}",
        "$&",
      ),
      fc.constantFrom("{{word}}", " onload=alert(1) ", "</title>", "javascript:", "\n", "\u202e", "]]>"),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 8 },
  )
  // What is empty is not shown at all, and that is another page.
  .map((parts) => `x${parts.join("")}`);

const answered: fc.Arbitrary<Answers> = fc.record(
  {
    score: fc.integer({ min: 1, max: 5 }),
    comment: hostile.map((text) => text.trim().toWellFormed().replaceAll("\r", "")),
    one: fc.constantFrom("a", "b", "c"),
    many: fc.subarray(["a", "b", "c"], { minLength: 1 }),
    scale: fc.integer({ min: 0, max: 10 }),
    word: fc.constantFrom("mot", "two\nlines", "  &amp; ".trim()),
  },
  { requiredKeys: [] },
);

test("[V81] nothing that anybody writes becomes markup of a page", () => {
  const shapes = (text: string) => {
    const content = written(text);
    const values = { score: 2, comment: text, word: text };
    const shown: SurveyPage = { ...page, content, language: "fr", from: text, action: `/s/${text}`, attempt: text };
    const issues = [{ path: "score", code: "missing", message: text }];
    return [
      surveyPage({ ...shown, values }),
      surveyPage({ ...shown, issues }),
      thanksPage({ content, language: "fr", answers: values, from: text }),
      closedPage({ language: "fr", reason: "closed", from: text }),
      qrSvg("https://example.org", text),
    ].map(shapeOf);
  };
  const plain = shapes("x");
  fc.assert(
    fc.property(hostile, (text) => {
      expect(shapes(text)).toEqual(plain);
    }),
  );
});

test("[V82] what the page's own form sends is read as it was answered", () => {
  fc.assert(
    fc.property(answered, fc.constantFrom(...ways), (values, way) => {
      const html = surveyPage({ ...page, content: written("Texte"), language: "fr", way, values });
      expect(readForm(written("Texte"), fieldsOf(html), 3500)).toEqual({
        attempt,
        answers: values,
        language: "fr",
        way,
        shownAt: 1000,
        took: 2500,
        answeredAt: undefined,
        website: "",
        firstScore: undefined,
        proof: "",
        properties: {},
      });
    }),
  );
});

test("[V83] a form that no page of ours sends is read without harm", () => {
  const form = {
    attempt: "1; drop",
    language: "xx",
    way: "pigeon",
    shown: "99999",
    website: "http://spam",
    q_score: ["<b>", "7"],
    q_comment: "a".repeat(limits.commentCharacters * 3),
    q_other: "x",
  };
  const read = readForm(nps, form, 5000);
  expect(read).toMatchObject({ attempt: null, language: "fr", way: "link", shownAt: null, website: "http://spam" });
  expect(read.took).toBeUndefined();
  expect(Object.keys(read.answers)).toEqual(["score", "comment"]);
  expect(String(read.answers["comment"])).toBe("a".repeat(limits.commentCharacters));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (any) => {
      expect(readForm(nps, any, 0).answers).toEqual({});
    }),
  );
});

test("[V84] a score of the link is chosen in the page, when the scale has it, and the page says that it waits", () => {
  const html = surveyPage({ ...page, score: 9 });
  expect(fieldsOf(html)["q_score"]).toEqual(["9"]);
  expect(unescaped(html)).toContain(pageWords("en").preselected);
  expect(unescaped(html)).toContain("What did you like most?");
  for (const score of [-1, 11, 9.5, Number.NaN]) expect(surveyPage({ ...page, score })).toBe(surveyPage(page));
  const changed = surveyPage({ ...page, score: 9, values: { score: 3 } });
  expect(fieldsOf(changed)["q_score"]).toEqual(["3"]);
  expect(unescaped(changed)).not.toContain(pageWords("en").preselected);
});

test("[V85] what is wrong is said above with links to its fields, and beside each of them", () => {
  const html = surveyPage({ ...page, issues: [{ path: "score", code: "missing", message: "" }] });
  expect(html).toContain('<a href="#q_score_0">Choose an answer</a>');
  expect(html).toContain('<p class="error" id="q_score_error">Choose an answer</p>');
  expect(html).toMatch(/<fieldset [^>]*aria-invalid="true"[^>]*aria-describedby="q_score_error"/);
  expect(html).toContain(`<title>${pageWords("en").problem}`);
});

test("[V86] the page brings one style and one script, word for word those that are hashed, and asks for nothing", () => {
  const { style, script } = pageAssets();
  for (const html of [surveyPage(page), closedPage({ language: "ar", reason: "unknown" })]) {
    expect(html.match(/<style>([^]*?)<\/style>/)?.[1]).toBe(style);
    expect(html.match(/<script>([^]*?)<\/script>/)?.[1]).toBe(script);
    expect(html).not.toMatch(/\s(?:src|style|on\w+)=/);
    expect(`${style}${script}`).not.toMatch(/url\(|cookie|localStorage|sessionStorage|indexedDB|import[ (]|fetch\(/);
  }
});

test("[V87] the colours are those of the house, light and dark", () => {
  const house = readFileSync(new URL("../../ui/tokens.css", import.meta.url), "utf8");
  const [light = "", dark = ""] = house.split(':root[data-mantine-color-scheme="dark"]');
  const [ours = "", oursDark = ""] = pageAssets().style.split("@media (prefers-color-scheme:dark)");
  const colours = (css: string) =>
    new Map([...css.split("*{")[0]!.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
  for (const [of, theirs] of [
    [colours(ours), colours(light)],
    [colours(oursDark), colours(dark)],
  ] as const) {
    const shared = [...of].filter(([name]) => theirs.has(name));
    expect(shared.length).toBeGreaterThan(10);
    for (const [name, value] of shared) expect([name, value]).toEqual([name, theirs.get(name)]);
  }
});

test("[V88] languages written from right to left are shown so, and the page speaks each language it knows wholly", () => {
  expect(surveyPage({ ...page, content: { ...nps, languages: ["ar"] }, language: "ar" })).toContain('dir="rtl"');
  expect(surveyPage(page)).toContain('<html lang="en" dir="ltr">');
  for (const language of pageLanguages())
    for (const said of Object.values(pageWords(language)).flat()) expect(said).not.toBe("");
});

test("[V88] a survey in several languages links to the others and keeps how the page was reached", () => {
  const html = surveyPage({ ...page, score: 9 });
  expect(unescaped(html)).toContain('<a href="?lang=fr&way=qr&score=9" lang="fr" hreflang="fr">Français</a>');
  expect(surveyPage({ ...page, content: { ...nps, languages: ["en"] } })).not.toContain("<nav");
});

test("[V89] a QR code has its quiet zone and a title, and only ever one path of dark modules", () => {
  const svg = qrSvg("https://example.org/s/abcdefgh", "Pay");
  expect(svg).toContain("<title>Pay</title>");
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const [dark = ""] = [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path).slice(1);
  const modules = [...dark.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [x, y, length].map(Number));
  expect(Math.min(...modules.flatMap(([x, y]) => [x!, y!]))).toBe(4);
  expect(Math.max(...modules.map(([x, , length]) => x! + length!))).toBe(size - 4);
});

test("[V164] a device says how long ago and how long it took, whatever its clock shows", () => {
  const read = readForm(nps, { shown: "99999999", ago: "3600000", took: "4200" }, 86_400_000);
  expect(read).toMatchObject({ took: 4200, answeredAt: "1970-01-01T23:00:00.000Z" });
  expect(readForm(nps, { ago: "soon", took: "-1" }, 0)).toMatchObject({ took: undefined, answeredAt: undefined });
});
