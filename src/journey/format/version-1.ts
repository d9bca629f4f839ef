import { z } from "zod";
import { Library } from "#touchpoint/model.ts";
import { holdsCards } from "../document.ts";
import { type LaneKind, journeyKinds, journeyStates } from "../model.ts";
import { formatName, formatVersion, JourneyFile } from "./journey-file.ts";

const kindsOf1 = [
  "touchpoint",
  "measure",
  "irritant",
  "delight",
  "expectation",
  "promise",
  "opportunity",
  "staffView",
  "think",
  "feel",
  "free",
] as const;
const name = z.string().max(200);

/** The open format, version 1: maps of stages, steps, eleven kinds of lane, cards of text, and placements. */
export const JourneyFile1 = z.object({
  format: z.literal(formatName),
  version: z.literal(1),
  journey: z.object({ kind: z.enum(journeyKinds), state: z.enum(journeyStates) }),
  document: z.object({
    name,
    stages: z.array(z.object({ id: z.string(), name })),
    steps: z.array(z.object({ id: z.string(), stageId: z.string(), name })),
    lanes: z.array(z.object({ id: z.string(), kind: z.enum(kindsOf1), name })),
    cards: z.array(z.object({ id: z.string(), laneId: z.string(), stepId: z.string(), text: z.string().max(4000) })),
    placements: z.array(
      z.object({
        id: z.string(),
        stepId: z.string(),
        touchpointId: z.string(),
        importance: z.number().int().min(1).max(5).nullable(),
        momentOfTruth: z.boolean(),
        expectation: z.number().nullable(),
      }),
    ),
  }),
  names: Library,
});
export type JourneyFile1 = z.infer<typeof JourneyFile1>;

export function from1(file: JourneyFile1): JourneyFile {
  return JourneyFile.parse({ ...file, version: formatVersion });
}

/**
 * What version 1 can say of a file. A kind of lane that it does not know becomes a lane of notes, named as `laneNames`
 * says; lanes without cards that it does not know are left out.
 */
export function to1(file: JourneyFile, laneNames: Record<LaneKind, string>): JourneyFile1 {
  const { document, journey, names } = file;
  const lanes = document.lanes.flatMap(({ id, kind, name }): JourneyFile1["document"]["lanes"] => {
    const known = kindsOf1.find((each) => each === kind);
    if (known !== undefined) return [{ id, kind: known, name }];
    return holdsCards(kind) ? [{ id, kind: "free", name: name || laneNames[kind] }] : [];
  });
  return JourneyFile1.parse({ format: formatName, version: 1, journey, document: { ...document, lanes }, names });
}
