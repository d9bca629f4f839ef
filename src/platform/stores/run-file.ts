import { readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { replaceFile } from "./data-dir.ts";

/** How to reach an embedded PostgreSQL. */
const postgresAddress = z.object({ socketDir: z.string(), pid: z.number() });
export type PostgresAddress = z.output<typeof postgresAddress>;

/** How to reach an embedded ClickHouse; the password is new at every start. */
const clickhouseAddress = z.object({ url: z.string(), user: z.string(), password: z.string(), pid: z.number() });
export type ClickhouseAddress = z.output<typeof clickhouseAddress>;

const runFile = z.object({
  pid: z.number(),
  /** Absent until both stores answer; a store is null when the owner uses one of its own by URL. */
  stores: z.object({ postgres: postgresAddress.nullable(), clickhouse: clickhouseAddress.nullable() }).optional(),
});

/** What the owner of a data directory tells the other processes about itself. */
export type RunFile = z.output<typeof runFile>;

export function writeRunFile(path: string, content: RunFile): void {
  replaceFile(path, `${JSON.stringify(content, null, 2)}\n`);
}

/** What the owner said last, or null. */
export function readRunFile(path: string): RunFile | null {
  try {
    return runFile.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

export function removeRunFile(path: string): void {
  rmSync(path, { force: true });
}
