import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";

/** The log of a server grows to this many bytes, then one older log is kept. */
const logLimit = 10 * 1024 * 1024;

/** Opens a log to append to; the server keeps the file when we are gone, as it would not keep a pipe. */
export function openLog(path: string): { fd: number; close: () => void } {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logLimit) renameSync(path, `${path}.1`);
  const fd = openSync(path, "a", 0o600);
  return { fd, close: () => closeSync(fd) };
}

/** The last lines of a log, for an error message. */
export function lastLines(path: string, count = 8): string {
  try {
    return readFileSync(path, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}

/** What a server sees of our environment: nothing secret, and no habit of this machine. */
export function serviceEnv(home: string): NodeJS.ProcessEnv {
  return { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: home, LC_ALL: "C", TZ: "UTC" };
}
