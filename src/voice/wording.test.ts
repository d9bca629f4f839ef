import { expect, test } from "vitest";
import { phases } from "#journey/model.ts";
import { asked, relations, scales, SurveyContent } from "./model.ts";
import { commentWording, type CommentQuestion } from "./rules.ts";
import { plannedMetric, readyComment, readyContent, readyScore, tasks } from "./wording.ts";

test("[V78] every score has its question and both ends in French and in English, for each relation and task", () => {
  for (const metric of asked)
    for (const relation of relations)
      for (const task of [...tasks, "", "something else"]) {
        const content = readyContent(metric, { relation, task });
        expect(SurveyContent.parse(content)).toEqual(content);
        const { text, low, high } = readyScore(metric, { relation, task }, ["fr", "en-GB", "ar"]);
        for (const texts of [text, low, high]) expect(Object.keys(texts)).toEqual(["fr", "en-GB"]);
      }
});

test("[V78] effort is asked of its task, recommendation and satisfaction of one contact or of the relation", () => {
  const said = (metric: "ces" | "csat", relation: "transactional" | "relational", task: string) =>
    readyScore(metric, { relation, task }, ["en"]).text["en"];
  expect(new Set(tasks.map((task) => said("ces", "transactional", task))).size).toBe(tasks.length);
  expect(said("csat", "relational", "")).toContain("whole relationship");
  expect(said("csat", "transactional", "")).toContain("this contact");
});

test("[V79] the ready comment has words for each score of its scale, and neutral ones before there is a score", () => {
  const content = { languages: ["en"] };
  for (const metric of asked) {
    const comment: CommentQuestion = readyComment(metric, ["en"]);
    const { min, max } = scales[metric];
    const neutral = commentWording(comment, null, "en", content);
    const worded = [min, max].map((score) => commentWording(comment, score, "en", content));
    expect(new Set([neutral, ...worded]).size).toBe(3);
    expect(comment.byScore.at(-1)?.upTo).toBe(max);
  }
});

test("[V80] effort is planned before the order, recommendation with it, satisfaction after it", () => {
  expect(phases.map(plannedMetric)).toEqual(["ces", "ces", "ces", "ces", "nps", "csat"]);
});
