import { z } from "zod";
import { Key } from "#touchpoint/model.ts";

/** A group of customers as somebody one can picture; maps and their cards refer to it. */
export const Persona = z.object({
  id: z.uuid(),
  key: Key,
  name: z.string().trim().min(1).max(80),
  /** Who it is, in a sentence or two. */
  summary: z.string().trim().max(1000),
});
export type Persona = z.infer<typeof Persona>;
