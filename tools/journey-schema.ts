import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { journeyFileSchema } from "#journey/format/json-schema.ts";

const file = fileURLToPath(new URL("../docs/journey.schema.json", import.meta.url));

/** Whether the published JSON Schema of the open format is the one that the product checks with. */
export function isJourneySchemaCurrent(): boolean {
  return readFileSync(file, "utf8") === current();
}

function current(): string {
  return `${JSON.stringify(journeyFileSchema(), null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(file, current());
  process.stdout.write("docs/journey.schema.json written\n");
}
