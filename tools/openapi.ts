import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeApi } from "../src/app/contracts.ts";

const file = fileURLToPath(new URL("../openapi.json", import.meta.url));

/** What is wrong with the committed contract of the API; empty when it is the one that is served. */
export function checkOpenApi(): string[] {
  return read() === current()
    ? []
    : ["openapi.json is not the API that is served: run `node tools/openapi.ts` and commit it."];
}

function current(): string {
  return `${JSON.stringify(describeApi(), null, 2)}\n`;
}

function read(): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

if (import.meta.main) {
  writeFileSync(file, current());
  process.stdout.write("openapi.json written\n");
}
