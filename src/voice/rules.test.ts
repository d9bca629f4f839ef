import fc from "fast-check";
import { expect, test } from "vitest";
import { checkContent } from "./content-issues.ts";
import { SurveyContent, type Answers } from "./model.ts";
import { checkAnswers, chooseLanguage, comparable, figureOf, isAsked, piped, suspicionsOf, textIn } from "./rules.ts";
import { readyContent } from "./wording.ts";

const content = SurveyContent.parse({
  languages: ["fr", "en-GB"],
  questions: [
    { kind: "score", id: "score", metric: "nps", text: { fr: "Recommander ?", "en-GB": "Recommend?" } },
    {
      kind: "choice",
      id: "why",
      isMultiple: true,
      text: { fr: "Pourquoi {{score}} ?" },
      when: { questionId: "score", atMost: 6 },
      options: [
        { id: "price", text: { fr: "Le prix", "en-GB": "The price" } },
        { id: "delay", text: { fr: "Le délai" } },
      ],
    },
    { kind: "text", id: "which", text: { fr: "Lequel ?" }, when: { questionId: "why", anyOf: ["delay"] } },
    { kind: "comment", id: "comment", text: { fr: "Et ?" } },
  ],
});
const about = { relation: "transactional", task: "" } as const;
const codes = (issues: { code: string }[]) => issues.map(({ code }) => code);

test("[V70] a question is put when the earlier answer is within its bounds or among its options", () => {
  const [, why, which] = content.questions;
  expect([6, 7].map((score) => isAsked(why!, { score }))).toEqual([true, false]);
  expect([["price"], ["price", "delay"], []].map((chosen) => isAsked(which!, { why: chosen }))).toEqual([
    false,
    true,
    false,
  ]);
  expect(isAsked(why!, {})).toBe(false);
});

test("[V70] a question named like something every object inherits is not answered by that", () => {
  expect(isAsked({ when: { questionId: "constructor" } }, {})).toBe(false);
});

test("[V71] what was not put is dropped, and all that rested on it", () => {
  const answers: Answers = { score: 9, why: ["delay"], which: "le second", comment: "bien" };
  expect(checkAnswers(content, answers)).toEqual({ answers: { score: 9, comment: "bien" }, issues: [] });
  expect(checkAnswers(content, { ...answers, score: 3 }).answers).toEqual({ ...answers, score: 3 });
});

test("[V72] answers that the questions cannot take are named, none of them is kept", () => {
  const { answers, issues } = checkAnswers(content, { score: 3, why: ["price", "love"], comment: 4, other: "x" });
  expect(answers).toEqual({ score: 3 });
  expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
    "why unknownOption",
    "comment notText",
    "other unknownQuestion",
  ]);
});

test("[V72] a score is a whole number of its scale", () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -3, max: 14 }), fc.double(), fc.string()), (score) => {
      const fits = typeof score === "number" && Number.isInteger(score) && score >= 0 && score <= 10;
      const { answers, issues } = checkAnswers(content, { score });
      expect(figureOf(content, answers).score).toBe(fits ? score : null);
      expect(issues.length).toBe(fits ? 0 : 1);
    }),
  );
});

test("[V72] the score is required, unless the response is partial", () => {
  expect(codes(checkAnswers(content, { comment: "bien" }).issues)).toEqual(["missing"]);
  expect(checkAnswers(content, { comment: "bien" }, true)).toEqual({ answers: { comment: "bien" }, issues: [] });
});

test("[V73] a text is said in the wanted language, else its base, else the survey's first", () => {
  expect(textIn({ fr: "a", en: "b" }, "en-US", content)).toBe("b");
  expect(textIn({ fr: "a", en: "" }, "en", content)).toBe("a");
  expect(textIn({}, "en", content)).toBe("");
  expect(chooseLanguage(content, ["de", "en-US", "fr"])).toBe("en-GB");
  expect(chooseLanguage(content, ["de"])).toBe("fr");
});

test("[V74] an answer in a text is plain text: names of options, numbers and words as they are", () => {
  const answers = { score: 2, why: ["delay", "price"], comment: "$& <b>" };
  expect(piped("{{score}} : {{why}}, {{comment}}, {{which}}, {{nobody}}", answers, content, "fr")).toBe(
    "2 : Le prix et Le délai, $& <b>, …, {{nobody}}",
  );
});

test("[V75] ready contents have nothing that keeps them from being asked", () => {
  for (const metric of ["nps", "csat", "ces", "ces5", "stars", "yesNo"] as const)
    expect(checkContent(readyContent(metric, about))).toEqual([]);
  expect(checkContent(content)).toEqual([]);
});

test("[V75] a content says where it cannot be asked", () => {
  const wrong = SurveyContent.parse({
    languages: ["fr", "fr", "en-12"],
    questions: [
      { kind: "text", id: "a", text: {}, when: { questionId: "b" } },
      { kind: "score", id: "b", metric: "nps", look: "smileys", text: { fr: "{{c}}" } },
      { kind: "comment", id: "b", text: { fr: "x" }, when: { questionId: "b", atLeast: 11 } },
      { kind: "text", id: "d", text: { fr: "x" }, when: { questionId: "b", anyOf: ["x"] } },
      {
        kind: "comment",
        id: "e",
        text: { fr: "x" },
        byScore: [
          { upTo: 6, text: { fr: "x" } },
          { upTo: 6, text: { fr: "x" } },
        ],
      },
    ],
  });
  expect(checkContent(wrong).map(({ path, code }) => `${path} ${code}`)).toEqual([
    "questions.0 scoreFirst",
    "languages.1 languageTwice",
    "languages.2 languageUnknown",
    "questions.2 idTwice",
    "questions.0.text.fr unsaid",
    "questions.0.when conditionUnknown",
    "questions.1.text placeholderUnknown",
    "questions.1.look lookUnfit",
    "questions.2.when conditionNever",
    "questions.3.when conditionUnfit",
    "questions.4.byScore notGrowing",
  ]);
});

test("[V76] scores of two versions compare while metric and direction are the same", () => {
  const before = readyContent("ces", about);
  const change = (score: object) => ({ ...before, questions: [{ ...before.questions[0]!, ...score } as never] });
  const [score] = before.questions;
  const ends = score?.kind === "score" ? score : null;
  expect(comparable(before, before)).toEqual({ isComparable: true, reasons: [] });
  expect(comparable(before, change({ text: { fr: "Facile ?" } }))).toEqual({
    isComparable: true,
    reasons: ["wording"],
  });
  expect(comparable(before, change({ metric: "ces5" }))).toEqual({ isComparable: false, reasons: ["metric"] });
  expect(comparable(before, change({ low: ends?.high, high: ends?.low }))).toEqual({
    isComparable: false,
    reasons: ["direction"],
  });
});

test("[V77] a filled hidden field and an answer faster than reading are suspicious", () => {
  expect(suspicionsOf({ website: "x", took: 699 })).toEqual(["hiddenField", "tooFast"]);
  expect(suspicionsOf({ website: "", took: 700 })).toEqual([]);
  expect(suspicionsOf({})).toEqual([]);
});
