import { Command, CommanderError } from "commander";
import { AppError } from "#platform/errors.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addImport } from "./commands/import.ts";
import { addMeasure } from "./commands/measure.ts";
import { addStart } from "./commands/start.ts";
import { exitCodes } from "./exit-codes.ts";

const program = new Command("parcours")
  .description("Living journey maps whose touchpoints carry real volumes, real scores and real words.")
  .exitOverride()
  .showHelpAfterError("(parcours --help says how)")
  .addHelpText(
    "after",
    "\nExit codes: 0 done, 1 failed, 2 not understood, 3 done in part (rows left out, with --strict).",
  );
// The work of a command is loaded when it is asked for, so that help and mistakes are answered at once.
for (const add of [addStart, addImport, addMeasure, addDoctor]) add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

/** Says what went wrong and what to do about it, on standard error; answers the exit code. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.notUnderstood;
  if (!(error instanceof AppError)) {
    process.stderr.write(`parcours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exitCodes.failed;
  }
  process.stderr.write(`parcours: ${error.message}\n`);
  for (const { path, message } of error.issues) process.stderr.write(`  ${path}: ${message}\n`);
  if (error.remedy !== undefined) process.stderr.write(`  → ${error.remedy}\n`);
  return exitCodes.failed;
}
