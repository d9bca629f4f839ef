import { createLog, type Log, type LogLevel } from "#platform/log.ts";

/** The log of a command: on standard error, so that standard output is the answer alone. */
export function standardErrorLog(level: LogLevel): Log {
  return createLog({ level, now: () => new Date(), write: (line) => process.stderr.write(line) });
}
