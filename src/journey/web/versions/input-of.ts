import type { JourneyFile } from "../../format/journey-file.ts";
import { mapInput, type MapInput } from "../../render/input.ts";

/** What the map of a file is drawn from, with the names that stand in it, on the day it was kept. */
export function inputOf({ document, journey, names }: JourneyFile, at: string): MapInput {
  return mapInput({ document, ...journey }, { day: at.slice(0, 10), library: names, personas: names.personas });
}
