import { starter } from "./starter.ts";
import type { Template } from "./template.ts";

/** The ready-made maps, the simplest first. */
export const builtInTemplates: readonly Template[] = [starter];

export function builtInTemplate(key: string): Template | undefined {
  return builtInTemplates.find((template) => template.key === key);
}
