import { type Command, InvalidArgumentError } from "commander";
import { PeriodAndSplit as Question } from "#insight/api.ts";
import type { MeasureOptions } from "./run-measure.ts";

/** `parcours measure`: the figures of a journey's map. */
export function addMeasure(program: Command): void {
  program
    .command("measure")
    .description("print the volumes and scores of a journey")
    .requiredOption("--journey <id|key>", "the journey")
    .option("--workspace <name|id>", "its workspace, where several have a journey of that key")
    .option("--from <day>", "first day, yyyy-mm-dd, in the workspace's time zone", checked("from"))
    .option("--to <day>", "last day, included", checked("to"))
    .option("--split-by <property>", "the same figures for each value of a property", checked("splitBy"))
    .option(
      "--filter <property:value>",
      "only what has this value; may be repeated",
      (one: string, all: string[] | undefined) => [...(all ?? []), checked("filter")(one)],
    )
    .option("--json", "print the answer of GET /api/v1/journeys/{id}/measures")
    .addHelpText(
      "after",
      `
Works beside a running server and without one.

Examples:
  parcours measure --journey olist
  parcours measure --journey olist --split-by delivery --json
  parcours measure --journey olist --from 2018-01-01 --to 2018-03-31 --filter delivery:late`,
    )
    .action(async (options: MeasureOptions) => {
      const { runMeasure } = await import("./run-measure.ts");
      await runMeasure(options);
    });
}

/** Refuses what the API would refuse, before anything is started. */
function checked(name: keyof typeof Question.shape) {
  return (value: string): string => {
    const { success, error } = Question.shape[name].safeParse(value);
    if (!success) throw new InvalidArgumentError(error.issues.map((issue) => issue.message).join("; "));
    return value;
  };
}
