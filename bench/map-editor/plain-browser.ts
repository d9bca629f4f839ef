import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quiet } from "../../e2e/chromium.ts";
import { findBrowser } from "../../tools/browser.ts";
import type { Contender } from "./contender.ts";
import { interactiveAt, watching } from "./probe.ts";

/**
 * A Chromium that is told where to go and asked what it saw, and nothing else: who drives a browser for tests has it find out
 * which line of which script asked for what, for which it parses scripts a second time.
 */
export interface PlainBrowser {
  /** Opens an editor in a fresh window of 1280 × 800 without cache; milliseconds until it is interactive. */
  open(contender: Contender): Promise<number>;
  close(): Promise<void>;
}

/** Between two windows, in milliseconds: what the browser does for a new window is not the page's. */
const rest = 2_500;
const lookEvery = 200;

export async function plainBrowser(): Promise<PlainBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "parcours-bench-browser-"));
  const args = [...quiet, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const process = spawn(findBrowser() ?? "chromium", args, { stdio: "ignore" });
  const send = await connect(await addressIn(profile));
  return {
    open: (contender) => open(send, contender),
    close: () => end(process, profile),
  };
}

async function open(send: Send, { url, storageState, isReady }: Contender): Promise<number> {
  const { browserContextId } = await send("Target.createBrowserContext");
  const cookies = typeof storageState === "object" ? storageState.cookies : [];
  await send("Storage.setCookies", { browserContextId, cookies });
  const window = { url: "about:blank", browserContextId, width: 1280, height: 800 };
  const { targetId } = await send("Target.createTarget", window);
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  await send("Page.enable", {}, sessionId);
  await send("Page.addScriptToEvaluateOnNewDocument", { source: watching(isReady) }, sessionId);
  await sleep(rest);
  await send("Page.navigate", { url }, sessionId);
  let at: number | null = null;
  while (at === null) {
    await sleep(lookEvery);
    const { result } = await send("Runtime.evaluate", { expression: interactiveAt }, sessionId);
    at = result?.value ?? null;
  }
  await send("Target.disposeBrowserContext", { browserContextId });
  return at;
}

interface Answer {
  browserContextId?: string;
  targetId?: string;
  sessionId?: string;
  result?: { value?: number | null };
}
type Send = (method: string, params?: object, sessionId?: string) => Promise<Answer>;

/** The Chrome DevTools Protocol as it is on the wire. */
async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = failed;
  });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id: number; result: Answer; error?: object };
    if (error === undefined) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(JSON.stringify(error)));
    waiting.delete(id);
  };
  let last = 0;
  return (method, params = {}, sessionId) => {
    const answer = Promise.withResolvers<Answer>();
    waiting.set((last += 1), answer);
    socket.send(JSON.stringify({ id: last, method, params, ...(sessionId !== undefined && { sessionId }) }));
    return answer.promise;
  };
}

async function addressIn(profile: string): Promise<string> {
  const path = join(profile, "DevToolsActivePort");
  for (;;) {
    const [port, page] = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
    if (page !== undefined && page !== "") return `ws://127.0.0.1:${port}${page}`;
    await sleep(50);
  }
}

async function end(process: ChildProcess, profile: string): Promise<void> {
  const ended = new Promise((done) => process.once("exit", done));
  process.kill();
  await ended;
  rmSync(profile, { recursive: true, force: true });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
