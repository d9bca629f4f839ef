import type { Command } from "commander";
import { readConfig } from "#platform/config.ts";
import { migrationsDir, webDir } from "../places.ts";

/** `parcours doctor`: what is wrong with this installation and how to mend it. */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("look at everything the product rests on and say how to mend what is wrong")
    .option("--json", "print the checks as JSON")
    .addHelpText(
      "after",
      "\nExit code 0: all is well; 1: something is wrong.\n\nExamples:\n  parcours doctor\n  parcours doctor --json",
    )
    .action(async ({ json = false }: { json?: boolean }) => {
      const { examine } = await import("#platform/doctor.ts");
      const checks = await examine({ config: readConfig(process.env), migrationsDir, webDir });
      const ok = checks.every((check) => check.ok);
      if (json) process.stdout.write(`${JSON.stringify({ ok, checks }, null, 2)}\n`);
      else {
        for (const { ok: well, id, message, remedy } of checks) {
          process.stdout.write(`${well ? "✓" : "✗"} ${id.padEnd(20)} ${message}\n`);
          if (remedy !== undefined) process.stdout.write(`  ${"".padEnd(20)} → ${remedy}\n`);
        }
      }
      process.exitCode = ok ? 0 : 1;
    });
}
