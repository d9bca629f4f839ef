import { expect, test } from "vitest";
import { advise, type Answers, framingOf } from "./advisor.ts";

const open: Answers = { objective: null, scope: null, materials: [], listening: null, hasTeam: null, maturity: null };
const asked = (answers: Partial<Answers>) => advise({ ...open, ...answers });

test.each([
  [{ objective: "processes" }, "blueprint", "processes"],
  [{ objective: "improve" }, "journey", "improve"],
  [{ objective: "reinvent" }, "experience", "reinvent"],
  [{ scope: "process" }, "blueprint", "process"],
  [{ scope: "journey" }, "journey", "journey"],
  [{ scope: "need" }, "experience", "need"],
  [{ scope: "complaint" }, "journey", "complaint"],
  [{ scope: "claim" }, "experience", "claim"],
  [{ objective: "reinvent", scope: "complaint" }, "journey", "complaint"],
  [{ objective: "improve", scope: "claim" }, "experience", "claim"],
  [{ objective: "processes", scope: "claim" }, "blueprint", "processes"],
  [{ objective: "improve", scope: "process" }, "journey", "improve"],
] satisfies [Partial<Answers>, string, string][])(
  "[J170] %o leads to a %s map, because of %s",
  (answers, kind, reason) => {
    expect(asked(answers)).toMatchObject({ kind, reason });
  },
);

test("[J170] nothing is recommended before an objective or a scope is said", () => {
  expect(asked({ listening: "none", hasTeam: false, maturity: "low" })).toBeNull();
});

test.each([
  [{ objective: "processes" }, ["interviewsInside", "processes"]],
  [{ objective: "processes", materials: ["interviewsInside", "processes"] }, []],
  [{ objective: "improve", listening: "none", hasTeam: false }, ["audit", "listening", "team"]],
  [{ objective: "improve", listening: "surveys", materials: ["audit"], hasTeam: true }, []],
  [{ objective: "reinvent" }, []],
  [{ objective: "reinvent", listening: "surveys" }, ["deepListening"]],
  [{ objective: "reinvent", listening: "observation", hasTeam: false, maturity: "low" }, ["team", "maturity"]],
] satisfies [Partial<Answers>, string[]][])("[J171] %o lacks %j", (answers, lacks) => {
  expect(asked(answers)?.lacks).toEqual(lacks);
});

test("[J171] an experience map that lacks two things begins as a journey map, and stays the recommendation", () => {
  expect(asked({ objective: "reinvent", listening: "none", hasTeam: false })).toMatchObject({
    kind: "experience",
    meanwhile: "journey",
  });
  expect(asked({ objective: "reinvent", listening: "none" })?.meanwhile).toBeNull();
});

test("[J172] at low maturity ten steps for everybody are advised, at high maturity a map per persona", () => {
  expect(asked({ objective: "improve", maturity: "low" })?.tips).toEqual(["tenSteps"]);
  expect(asked({ objective: "improve", maturity: "medium" })?.tips).toEqual([]);
  expect(asked({ objective: "improve", maturity: "high" })?.tips).toEqual(["perPersona"]);
  expect(asked({ objective: "processes" })?.tips).toContain("saysNothingOfQuality");
});

test("[J173] the framing sheet says what was answered, and nothing that was not", () => {
  const say = (question: string, answer: string) => `${question}:${answer}`;
  expect(framingOf(open, say)).toEqual({});
  expect(
    framingOf(
      {
        ...open,
        objective: "improve",
        scope: "claim",
        materials: ["audit", "scores"],
        hasTeam: false,
        maturity: "low",
      },
      say,
    ),
  ).toEqual({
    objective: "objective:improve",
    scope: "scope:claim",
    data: "material:audit, material:scores",
    team: "team:no",
    maturity: "low",
  });
});
