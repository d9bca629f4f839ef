import { afterAll, beforeAll, expect, test } from "vitest";
import type { MappingInput } from "../model.ts";
import { type ImportWorld, importWorld } from "./import.testing.ts";

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld();
});
afterAll(() => world.close());

const answers: MappingInput = {
  version: 1,
  name: "Answers",
  timeZone: "Europe/Paris",
  files: { answers: { file: "answers.csv" } },
  people: [{ kind: "email", column: "email" }],
  records: [
    {
      shape: "answer",
      file: "answers",
      touchpoint: "till",
      when: "when",
      metric: { column: "metric" },
      score: "score",
    },
  ],
};

test("[I14] an answer of each metric is kept as it was given, a yes/no as 1 or 0", async () => {
  const workspaceId = await world.newWorkspace();
  const given = ["nps,10", "csat,4", "ces,7", "ces5,5", "ces5,6", "stars,3", "yesNo,0", "yesNo,Oui", "yesNo,2"];
  const rows = given.map((answer, i) => `${i}@b.fr,2024-12-31,${answer}\n`);
  const { counts } = await world.run(workspaceId, answers, {
    "answers.csv": `email,when,metric,score\n${rows.join("")}`,
  });
  expect(counts).toMatchObject({ answers: 7, quarantined: 2 });
  expect(
    await world.ask(
      "SELECT metric, score FROM event WHERE workspace_id = {workspaceId:UUID} ORDER BY metric, score DESC",
      { workspaceId },
    ),
  ).toEqual([
    { metric: "ces", score: 7 },
    { metric: "ces5", score: 5 },
    { metric: "csat", score: 4 },
    { metric: "nps", score: 10 },
    { metric: "stars", score: 3 },
    { metric: "yesNo", score: 1 },
    { metric: "yesNo", score: 0 },
  ]);
});
