import { type Command, InvalidArgumentError } from "commander";
import type { z } from "zod";
import { PeriodAndSplit as Question } from "#insight/api.ts";
import { measureJourney } from "#insight/index.ts";
import { findJourney } from "#journey/index.ts";
import { AppError } from "#platform/errors.ts";
import { findWorkspace } from "#workspace/index.ts";
import { withStores } from "../attach.ts";
import { measureTable } from "./measure-table.ts";

interface Options extends z.input<typeof Question> {
  journey: string;
  workspace?: string;
  json?: boolean;
}

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
    .action(measure);
}

async function measure({ journey: idOrKey, workspace, json = false, ...asked }: Options): Promise<void> {
  const measures = await withStores(async ({ stores }) => {
    const { db } = stores;
    const within = workspace === undefined ? undefined : (await findWorkspace(db, workspace)).id;
    const journey = await findJourney(db, idOrKey, within);
    if (journey === null) {
      throw new AppError("not_found", `There is no journey «${idOrKey}».`, {
        remedy: "Give the key or the id that the journey's page shows, and --workspace where it is not the only one.",
      });
    }
    return measureJourney(stores, journey.id, Question.parse(asked));
  });
  process.stdout.write(json ? `${JSON.stringify(measures, null, 2)}\n` : measureTable(measures));
}

/** Refuses what the API would refuse, before anything is started. */
function checked(name: keyof z.input<typeof Question>) {
  return (value: string): string => {
    const { success, error } = Question.shape[name].safeParse(value);
    if (!success) throw new InvalidArgumentError(error.issues.map((issue) => issue.message).join("; "));
    return value;
  };
}
