import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { execute } from "./execute.ts";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];
const usualPlaces = ["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/opt/google/chrome", "/snap/bin"];

/** Package manager → what it is told, one command after the other, to bring a Chromium. */
const installers: Record<string, string[][]> = {
  "apt-get": [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]],
  dnf: [["install", "--assumeyes", "chromium"]],
  zypper: [["--non-interactive", "install", "chromium"]],
  pacman: [["--sync", "--noconfirm", "chromium"]],
};

/** The absolute path of a Chromium-like browser of this machine, or null; `CHROME_PATH` goes before all others. */
export function findBrowser(): string | null {
  const given = process.env["CHROME_PATH"];
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...usualPlaces];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (
    [...(given === undefined ? [] : [given]), ...candidates].find((path) => isExecutable(path) && runs(path)) ?? null
  );
}

/**
 * Brings a browser through the machine's package manager when there is none and we may.
 * @returns null when a browser is there, else one line with the exact command to give.
 */
export async function ensureBrowser(): Promise<string | null> {
  if (findBrowser() !== null) return null;
  const manager = Object.keys(installers).find((name) => inPath(name));
  if (manager === undefined)
    return "Install Chromium or Chrome, or set CHROME_PATH to its binary; then run the same command again.";
  const commands = (installers[manager] ?? []).map((args) => [manager, ...args]);
  const prefix = rightsPrefix();
  const byHand = commands.map((command) => ["sudo", ...command].join(" ")).join(" && ");
  if (prefix === null) return `The end-to-end tests need Chromium: ${byHand}`;
  console.log(
    `Installing Chromium for the end-to-end tests: ${commands.map((command) => command.join(" ")).join(" && ")}`,
  );
  for (const command of commands) {
    const [file = "", ...args] = [...prefix, ...command];
    const { code } = await execute(file, args, { show: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
    if (code !== 0) return `Chromium could not be installed (the reason is above): ${byHand}`;
  }
  return findBrowser() === null
    ? "Chromium was installed but does not run: install another one, or set CHROME_PATH to its binary."
    : null;
}

/** How to become root without being asked anything; null when that cannot be. */
function rightsPrefix(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : null;
}

function inPath(name: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some distributions put a script in the place of the browser which only says how to install it. */
function runs(path: string): boolean {
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}
