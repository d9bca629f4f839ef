import { createReadStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import type { Browser } from "playwright-core";
import { build } from "vite";
import type { Contender } from "./contender.ts";
import { benchItems } from "./items.ts";

const root = resolve(import.meta.dirname, "notes");
const fonts = resolve(import.meta.dirname, "../../node_modules/@excalidraw/excalidraw/dist/prod");
const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** Where the first note is, and how far apart they are: about as on our map. */
const place = { left: 240, top: 160, column: 112, note: 84, lane: 360, width: 100, height: 74 };

/** The items as notes in Excalidraw's own React component, built for production and served from this machine. */
export async function openExcalidraw(browser: Browser): Promise<Contender & { close: () => void }> {
  const built = mkdtempSync(join(tmpdir(), "parcours-bench-notes-"));
  await build({
    configFile: false,
    root,
    plugins: [react()],
    logLevel: "error",
    build: { outDir: built, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  });
  let scene = "{}";
  const server = createServer((incoming, response) => {
    const path = normalize(new URL(incoming.url ?? "/", "http://bench").pathname);
    if (path === "/scene.json") {
      response.setHeader("content-type", "application/json").end(scene);
      return;
    }
    const file = [join(built, path === "/" ? "index.html" : path), join(fonts, path)].find((known) =>
      existsSync(known),
    );
    if (file === undefined) response.writeHead(404).end();
    else
      createReadStream(file).pipe(
        response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream"),
      );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  scene = await makeScene(browser, url);
  return {
    name: "Excalidraw",
    url,
    isReady: () => window.itemCount() === 3_000,
    itemAt: async () => ({ x: place.left + place.width / 2, y: place.top + place.note + place.height / 2 }),
    startTyping: async (page, { x, y }) => {
      await page.keyboard.press("Escape");
      await page.mouse.dblclick(x, y);
      await page.locator("textarea.excalidraw-wysiwyg").waitFor();
      await page.keyboard.press("End");
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(built, { recursive: true });
    },
  };
}

/** Notes with their texts, in the file format of the peer. */
async function makeScene(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${url}?make`);
  const colours = ["#ffe9e3", "#e0f0f3", "#f1f0ea"];
  const notes = benchItems().map(({ id, step, lane, place: row, text }) => ({
    id,
    type: "rectangle" as const,
    x: place.left + step * place.column,
    y: place.top + lane * place.lane + row * place.note,
    width: place.width,
    height: place.height,
    backgroundColor: colours[lane % colours.length] ?? "",
    fillStyle: "solid" as const,
    strokeWidth: 1,
    roughness: 0,
    label: { text, fontSize: 11, fontFamily: 2 },
  }));
  const scene = await page.evaluate((skeleton) => window.makeScene(skeleton), notes);
  await page.close();
  return scene;
}
