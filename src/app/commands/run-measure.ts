import type { z } from "zod";
import { PeriodAndSplit as Question } from "#insight/api.ts";
import { measureJourney } from "#insight/index.ts";
import { findJourney } from "#journey/index.ts";
import { AppError } from "#platform/errors.ts";
import { findWorkspace } from "#workspace/index.ts";
import { withStores } from "../attach.ts";
import { measureTable } from "./measure-table.ts";

export interface MeasureOptions extends z.input<typeof Question> {
  journey: string;
  workspace?: string;
  json?: boolean;
}

/** Prints the figures of a journey. */
export async function runMeasure({
  journey: idOrKey,
  workspace,
  json = false,
  ...asked
}: MeasureOptions): Promise<void> {
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
