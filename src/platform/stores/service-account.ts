import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "../errors.ts";

/** The account the servers run under when we are root, since PostgreSQL refuses root. */
export interface ServiceAccount {
  uid: number;
  gid: number;
}

/** A command ready to be spawned. */
export interface Command {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
}

/**
 * `nobody` when we are root, null when we are not and need nobody else.
 * @throws AppError `store_unavailable` when root has no such account to fall back on.
 */
export function serviceAccount(): ServiceAccount | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined) {
    throw new AppError(
      "store_unavailable",
      "PostgreSQL does not run as root, and there is no account «nobody» to run it.",
      {
        remedy: "Start as an ordinary user, or set DATABASE_URL.",
      },
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * The command as the service account runs it. Where the account cannot pass through the folders of `paths` (a checkout
 * in /root, say), it is given the one capability that lets it read past them, and nothing else of root.
 * @throws AppError `data_dir_unusable` when that cannot be had here.
 */
export function commandAs(
  account: ServiceAccount | null,
  file: string,
  args: string[],
  paths: readonly string[],
): Command {
  if (account === null) return { file, args };
  const blocked = [file, ...paths].map((path) => blockedFolder(path, account)).find((folder) => folder !== null);
  const runnable = grants(file, account, 0o1);
  if (blocked === undefined && runnable) return { file, args, ...account };
  // Reading past a folder needs less than running a file that only root may run.
  const capability = (runnable ? ["dac_read_search", "dac_override"] : ["dac_override"]).find(isHeld);
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((path) => statSync(path, { throwIfNoEntry: false }));
  if (capability === undefined || setpriv === undefined) {
    throw new AppError(
      "data_dir_unusable",
      `The database runs as «nobody», which may not pass through ${blocked ?? file}, and ${setpriv === undefined ? "setpriv (of util-linux) is not installed" : "root has no right to let it"}.`,
      { remedy: `Run chmod a+x ${blocked ?? file}, move the checkout and DATA_DIR, or install util-linux.` },
    );
  }
  // Without it access(2), with which initdb looks for its programs, does not count the capability.
  const rights = ["--securebits=+no_setuid_fixup", `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  return {
    file: setpriv,
    args: [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups", ...rights, "--", file, ...args],
  };
}

/** The outermost folder above `path` that the account may not pass through. */
function blockedFolder(path: string, account: ServiceAccount): string | null {
  const folders: string[] = [];
  for (let folder = dirname(realpathSync(path)); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => !grants(folder, account, 0o1)) ?? null;
}

function grants(path: string, account: ServiceAccount, bit: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bit) !== 0;
}

/** Bits of the kernel's capability sets, from linux/capability.h. */
const capabilityBits: Record<string, bigint> = { dac_override: 1n, dac_read_search: 2n };

/** Containers often take capabilities away from root: ask what is left. */
function isHeld(capability: string): boolean {
  const held = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  return ((BigInt(`0x${held}`) >> (capabilityBits[capability] ?? 63n)) & 1n) === 1n;
}
