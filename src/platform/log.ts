export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** What goes with a message; values are shown as `name=value`. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Where the product says what happens to it. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export interface LogOptions {
  level: LogLevel;
  now: () => Date;
  write: (line: string) => void;
}

/** One line a message: `2026-11-22T08:30:00.000Z info PostgreSQL ready in 20 ms name=value`. */
export function createLog({ level, now, write }: LogOptions): Log {
  const at = (own: Exclude<LogLevel, "silent">) => {
    if (logLevels.indexOf(own) < logLevels.indexOf(level)) return () => {};
    return (message: string, fields: LogFields = {}) =>
      write(`${now().toISOString()} ${own} ${[message, ...pairs(fields)].join(" ")}\n`);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

function pairs(fields: LogFields): string[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${quoted(String(value))}`);
}

/** A value never starts a line of its own, so that nobody writes lines into the log through a name or a path. */
function quoted(value: string): string {
  return /^[\w.:/@+-]+$/.test(value) ? value : JSON.stringify(value);
}
