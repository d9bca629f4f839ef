import { expect, test } from "vitest";
import { SurveyContent } from "../model.ts";
import { checkContent } from "../content-issues.ts";
import { mainScore } from "../rules.ts";
import { readyScore } from "../wording.ts";
import { type Draft, commentOf, furtherOf } from "./draft.ts";
import {
  newDraft,
  withComment,
  withFurther,
  withLanguages,
  withQuestion,
  withScore,
  withoutQuestion,
} from "./rewrite.ts";

const draft = newDraft("a touchpoint", "csat", "fr");
const about = { relation: "transactional", task: "" } as const;
const edited = (content: SurveyContent): Draft => ({ ...draft, content });
const said = (content: SurveyContent) => mainScore(content).text;

test("[U151] a first survey can be asked as it is", () => {
  expect(checkContent(SurveyContent.parse(draft.content))).toEqual([]);
});

test("[U151] another score is asked in its ready words, but a question that somebody wrote stays", () => {
  const effort = withScore(draft, { metric: "ces" });
  expect(mainScore(effort.content)).toEqual(readyScore("ces", about, ["fr"]));
  const score = mainScore(draft.content);
  const own = edited(withQuestion(draft.content, { ...score, text: { fr: "Content de votre conseil ?" } }));
  expect(said(withScore(own, { metric: "stars" }).content)).toEqual({ fr: "Content de votre conseil ?" });
  expect(mainScore(withScore(own, { metric: "stars" }).content).high).toEqual(readyScore("stars", about, ["fr"]).high);
});

test("[U151] the ready question follows the task and what it is asked of", () => {
  const effort = withScore(withScore(draft, { metric: "ces" }), { task: "order" });
  expect(said(effort.content)).toEqual({ fr: "Il m’a été facile de commander." });
  expect(effort.task).toBe("order");
  const relation = withScore(draft, { relation: "relational" });
  expect(said(relation.content)).toEqual(readyScore("csat", { relation: "relational", task: "" }, ["fr"]).text);
});

test("[U151] a drawing of the same score keeps its words", () => {
  const { content } = withScore(draft, { metric: "csat", look: "numbers" });
  expect(mainScore(content)).toEqual({ ...mainScore(draft.content), look: "numbers" });
});

test("[U152] on another scale, the comment's wordings are ready ones of it and conditions on the score go", () => {
  const asked = withFurther(draft.content, "text");
  const [further] = furtherOf(asked);
  if (further === undefined) throw new Error("Nothing was added.");
  const depending = withQuestion(asked, { ...further, when: { questionId: "score", atMost: 2 } });
  const { content } = withScore(edited(depending), { metric: "nps" });
  expect(commentOf(content)?.byScore.map(({ upTo }) => upTo)).toEqual([6, 8, 10]);
  expect(furtherOf(content).map(({ when }) => when)).toEqual([null]);
});

test("[U153] a language more has ready words where there are some; what is written stays; one that goes leaves nothing", () => {
  const both = withLanguages(draft, ["fr", "en"]);
  expect(said(both.content)).toEqual(readyScore("csat", about, ["fr", "en"]).text);
  expect(checkContent(both.content)).toEqual([]);
  expect(said(withLanguages(draft, ["fr", "de"]).content)).toEqual(said(draft.content));
  expect(withLanguages(both, ["fr"]).content).toEqual(draft.content);
});

test("[U152] a question that goes takes the conditions on it along, and the comment comes back after the score", () => {
  const asked = withFurther(withFurther(draft.content, "choice"), "scale");
  const [choice, scale] = furtherOf(asked);
  if (choice === undefined || scale === undefined) throw new Error("Nothing was added.");
  expect([choice.id, scale.id]).toEqual(["q1", "q2"]);
  const depending = withQuestion(asked, { ...scale, when: { questionId: "q1", anyOf: ["o1"] } });
  expect(furtherOf(withoutQuestion(depending, "q1")).map(({ id, when }) => [id, when])).toEqual([["q2", null]]);
  const silent = withComment(asked, false);
  expect(silent.questions.map(({ kind }) => kind)).toEqual(["score", "choice", "scale"]);
  expect(withComment(silent, true).questions.map(({ kind }) => kind)).toEqual(["score", "comment", "choice", "scale"]);
});
