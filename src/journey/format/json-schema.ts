import { z } from "zod";
import { JourneyFile } from "./journey-file.ts";

/** The JSON Schema of the open format, for those who write such files. */
export function journeyFileSchema(): Record<string, unknown> {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...z.toJSONSchema(JourneyFile, { io: "input" }) };
}
