import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mappingSchema } from "#activity/index.ts";

const file = fileURLToPath(new URL("../docs/mapping.schema.json", import.meta.url));

/** Whether the published JSON Schema of the mapping document is the one that the product checks with. */
export function isMappingSchemaCurrent(): boolean {
  return readFileSync(file, "utf8") === current();
}

function current(): string {
  return `${JSON.stringify(mappingSchema(), null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(file, current());
  process.stdout.write("docs/mapping.schema.json written\n");
}
