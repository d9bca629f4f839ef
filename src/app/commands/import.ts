import type { Command } from "commander";
import type { ImportOptions } from "./run-import.ts";

/** `parcours import`: reads files into a workspace, through the same mapping as the site. */
export function addImport(program: Command): void {
  program
    .command("import")
    .description("import files through a mapping: contacts, answers and the journey they make")
    .argument("<files...>", "files, or folders that hold the files the mapping names")
    .requiredOption("--mapping <file>", "the mapping, YAML or JSON (its schema: docs/mapping.schema.json)")
    .option("--workspace <name|id>", "where to; your own workspace when not said")
    .option("--dry-run", "count what an import would make, and keep nothing")
    .option("--strict", "exit with 3 when rows could not be read")
    .option("--json", "print the import as JSON, as GET /api/v1/workspaces/{id}/imports/{id} does")
    .addHelpText(
      "after",
      `
Works beside a running server and without one. Importing the same rows again changes nothing. Rows that cannot be read
are kept with their reason: see Imports in the site. Ctrl-C cancels and leaves nothing half-done.

Examples:
  parcours import --mapping examples/olist/mapping.yaml --dry-run ./olist
  parcours import --mapping mapping.yaml --workspace "Mon espace" orders.csv answers.csv
  parcours import --mapping mapping.yaml --json ./exports | jq .counts.newContacts`,
    )
    .action(async (files: string[], options: ImportOptions) => {
      const { runImport } = await import("./run-import.ts");
      await runImport(files, options);
    });
}
