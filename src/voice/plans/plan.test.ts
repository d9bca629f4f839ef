import { expect, test } from "vitest";
import { checkContent } from "../content-issues.ts";
import { type Asked, asked, type Relation, type SurveyState, type SurveySummary } from "../model.ts";
import { readyContent } from "../wording.ts";
import { planOf, plans } from "./plan.ts";

const place = (stepId: string, touchpointId: string) => ({ stepId, touchpointId });
const journey = {
  stages: [
    { id: "before", phase: "consideration" as const },
    { id: "order", phase: "conversion" as const },
    { id: "after", phase: "afterSales" as const },
    { id: "unsaid", phase: null },
  ],
  steps: [
    { id: "pay", stageId: "order" },
    { id: "look", stageId: "before" },
    { id: "use", stageId: "after" },
    { id: "talk", stageId: "unsaid" },
  ],
  placements: [
    place("pay", "till"),
    place("look", "web"),
    place("use", "web"),
    place("use", "help"),
    place("talk", "chat"),
  ],
};

function survey(touchpointId: string, metric: Asked, said: { state?: SurveyState; relation?: Relation } = {}) {
  const { state = "draft", relation = "transactional" } = said;
  const content = readyContent(metric, { relation, task: "" });
  return { id: `${touchpointId} ${metric}`, touchpointId, name: metric, state, relation, content } as SurveySummary;
}

test("[V310] by phase, effort is asked early, recommendation with the order and satisfaction later, each place once", () => {
  expect(
    planOf("byPhase", journey, []).map(({ stageId, touchpointId, metric }) => [stageId, touchpointId, metric]),
  ).toEqual([
    ["before", "web", "ces"],
    ["order", "till", "nps"],
    ["after", "help", "csat"],
    ["unsaid", "chat", "csat"],
  ]);
});

test("[V310] or one score is asked everywhere", () => {
  expect(new Set(planOf("stars", journey, []).map(({ metric }) => metric))).toEqual(new Set(["stars"]));
});

test("[V311] what is asked already is not proposed again, unless it is closed or of the whole relation", () => {
  const surveys = [
    survey("web", "ces"),
    survey("till", "csat"),
    survey("help", "csat", { state: "closed" }),
    survey("chat", "csat", { relation: "relational" }),
  ];
  expect(planOf("byPhase", journey, surveys).map(({ asked: already }) => already?.id ?? null)).toEqual([
    "web ces",
    null,
    null,
    null,
  ]);
});

test("[V312] every plan has ready words in both languages, which can be asked as they are", () => {
  const metrics = plans.flatMap((plan) => planOf(plan, journey, []).map(({ metric }) => metric));
  for (const metric of new Set(metrics)) {
    expect(asked).toContain(metric);
    const content = readyContent(metric, { relation: "transactional", task: "" });
    expect(content.languages).toEqual(["fr", "en"]);
    expect(checkContent(content)).toEqual([]);
  }
});
