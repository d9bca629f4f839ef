#!/usr/bin/env node
// The way in: plain JavaScript without dependencies for the machine's own Node (20 or newer), which brings the checkout
// into a state that can run and hands over to Node 24.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);
const say = (line) => process.stderr.write(`${line}\n`);

/** What stops us, told in one line. */
class Failure extends Error {}

const programs = { "--test": "tools/run-tests.ts", "--check": "tools/check.ts" };

async function main(args) {
  const program = programs[args[0]] ?? "src/app/cli.ts";
  const rest = args[0] in programs ? args.slice(1) : args;
  const serves = rest[0] === "start" && !rest.includes("--help") && !rest.includes("-h");
  if (!isInstalled()) await alone(async () => isInstalled() || (await install()));
  const node = node24();
  if (serves && !isBuilt()) await alone(async () => isBuilt() || (await build(node)));
  return handOver(node, program, rest);
}

/** Whether what npm says it installed is what the lockfile asks for; packages for other machines may be absent. */
function isInstalled() {
  const wanted = readJson(inRoot("package-lock.json"));
  const present = readJson(inRoot("node_modules", ".package-lock.json"));
  if (wanted === null) throw new Failure(`package-lock.json is missing or unreadable in ${root}: restore it from git.`);
  if (present === null) return false;
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    const found = present.packages[path];
    return path === "" || (found === undefined ? optional === true : found.version === version);
  });
}

async function install() {
  checkPlatform();
  say("Installing the packages (once; about a minute and 1.5 GB) …");
  const begin = Date.now();
  const free = freeMegabytes();
  const written = () => Math.max(0, Math.round(free - freeMegabytes()));
  const report = setInterval(() => say(`  … ${seconds(begin)}, ${written()} MB written`), 5000);
  // Started by npm, use the same npm; started by hand, the one in the PATH.
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const settings = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await run([...npm, "ci", ...settings]).finally(() => clearInterval(report));
  if (code !== 0) {
    say(output.trimEnd());
    const away = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output);
    throw new Failure(
      away
        ? "The packages could not be fetched: npm did not reach its registry. Check the network or the proxy (npm config list), then run the same command again."
        : "npm ci failed; its words are above. Mend what they name, then run the same command again.",
    );
  }
  if (!isInstalled()) throw new Failure("npm ci ended well but left packages out: check `npm config get omit`.");
  say(`Packages installed in ${seconds(begin)}.`);
}

/** The servers that come with the packages are built for Linux with glibc; elsewhere one brings one's own. */
function checkPlatform() {
  process.report.excludeNetwork = true;
  const glibc = process.platform === "linux" && process.report.getReport().header.glibcVersionRuntime !== undefined;
  if (glibc && ["x64", "arm64"].includes(process.arch)) return;
  const own = process.env.DATABASE_URL && process.env.CLICKHOUSE_URL && nodeMajor() >= 24;
  if (own) return;
  throw new Failure(
    `This machine is ${process.platform} ${process.arch}. Parcours runs by itself on Linux x64 and arm64 with glibc (Debian, Ubuntu, Fedora …); ` +
      "elsewhere it needs Node 24 and DATABASE_URL and CLICKHOUSE_URL of servers of your own.",
  );
}

/** The Node that runs the product: the machine's when it is new enough, else the one among the packages. */
function node24() {
  if (nodeMajor() >= 24) return process.execPath;
  const packaged = inRoot("node_modules", `node-linux-${process.arch}`, "bin", "node");
  if (existsSync(packaged)) return packaged;
  throw new Failure(
    `Node 24 is needed, this is ${process.version} and the package node-linux-${process.arch} is not installed: ` +
      "install Node 24, or remove node_modules and run the same command again.",
  );
}

function nodeMajor() {
  return Number(process.versions.node.split(".")[0]);
}

/** Whether the built web app is that of the sources as they are. */
function isBuilt() {
  return existsSync(inRoot("dist", "web", "index.html")) && readText(inRoot("dist", "web.hash")) === webHash();
}

async function build(node) {
  say("Building the web app …");
  const begin = Date.now();
  const hash = webHash();
  const fresh = inRoot("dist", "web-next");
  const vite = inRoot("node_modules", "vite", "bin", "vite.js");
  const { code, output } = await run([node, vite, "build", "--logLevel=warn", "--outDir", fresh, "--emptyOutDir"]);
  if (code !== 0) {
    say(output.trimEnd());
    throw new Failure("The web app could not be built; the reason is above.");
  }
  // A server that is running serves the old files until the new ones are complete.
  rmSync(inRoot("dist", "web"), { recursive: true, force: true });
  renameSync(fresh, inRoot("dist", "web"));
  writeFileSync(inRoot("dist", "web.hash"), hash);
  say(`Web app built in ${seconds(begin)}.`);
}

/** A hash over everything the web app is built from: tests and server code are not part of it. */
function webHash() {
  const sources = readdirSync(inRoot("src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes("/server/"))
    .toSorted();
  const hash = createHash("sha256");
  for (const path of [
    ...sources,
    inRoot("vite.config.ts"),
    inRoot("tools", "collect.ts"),
    inRoot("package-lock.json"),
  ]) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Runs `work` while no other start in this checkout installs or builds. The kernel frees the name when we end, however. */
async function alone(work) {
  const name = `\0parcours-${createHash("sha256").update(root).digest("hex").slice(0, 32)}`;
  for (let told = false; ; told = true) {
    const waiting = [];
    const lock = createServer((socket) => waiting.push(socket.on("error", () => undefined)));
    const held = await new Promise((done) => {
      lock.once("listening", () => done(true));
      // Where such names do not exist there is no lock; only a name in use means to wait.
      lock.once("error", (error) => done(error.code !== "EADDRINUSE"));
      lock.listen(name);
    });
    if (held) {
      try {
        return await work();
      } finally {
        lock.close();
        for (const socket of waiting) socket.destroy();
      }
    }
    if (!told) say("Another start is installing or building here; waiting for it …");
    await new Promise((done) =>
      connect(name)
        .resume()
        .once("error", () => undefined)
        .once("close", done),
    );
  }
}

/** Runs the product in our place: same terminal, same signals, same exit code; it stops when we are killed. */
function handOver(node, program, args) {
  const env = { ...process.env, PATH: [dirname(node), inRoot("node_modules", ".bin"), process.env.PATH].join(":") };
  const follow = ["--import", new URL("follow-parent.mjs", import.meta.url).href];
  const child = spawn(node, [...follow, inRoot(program), ...args], {
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends Ctrl-C to both of us already.
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  if (process.env.npm_lifecycle_event !== undefined) {
    const before = startedBy();
    const watch = setInterval(() => startedBy() !== before && child.kill("SIGTERM"), 250);
    watch.unref();
  }
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code, signal) => done(signal === null ? code : signal));
  });
}

/** npm, and the shell in which npm runs us: a signal can end either without a word to us, but not without a trace here. */
function startedBy() {
  const shell = /\((?:sh|dash|bash)\) \w (\d+)/.exec(readText(`/proc/${process.ppid}/stat`) ?? "");
  return shell === null ? `${process.ppid}` : `${shell[1]} ${process.ppid}`;
}

/** Runs a command to its end and keeps what it says. */
function run([file, ...args]) {
  return new Promise((done, fail) => {
    let output = "";
    const child = spawn(file, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.once("error", (error) => fail(new Failure(`${file} cannot be run: ${error.message}`)));
    child.once("close", (code) => done({ code, output }));
  });
}

/** Room on the disk: what it loses says best how far npm is. */
function freeMegabytes() {
  const { bavail, bsize } = statfsSync(root);
  return (bavail * bsize) / 1e6;
}

function seconds(begin) {
  return `${((Date.now() - begin) / 1000).toFixed(1)} s`;
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

try {
  mkdirSync(inRoot("dist"), { recursive: true });
  const end = await main(process.argv.slice(2));
  if (typeof end === "number") process.exit(end);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
  process.kill(process.pid, end);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(`parcours: ${error.message}`);
  process.exit(1);
}
