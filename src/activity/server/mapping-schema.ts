import { z } from "zod";
import { Mapping } from "../model.ts";

/** The JSON Schema of the mapping document as people write it, for editors that complete and check YAML. */
export function mappingSchema(): Record<string, unknown> {
  return { title: "Parcours mapping", ...z.toJSONSchema(Mapping, { io: "input" }) };
}
