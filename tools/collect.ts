import { resolve } from "node:path";
import { build } from "vite";

/** Scripts that are not the web's, by the address they are loaded from: the widgets on other sites, and the kiosk. */
export const scripts = {
  "collect.js": "collect.ts",
  "prove.js": "prove.ts",
  "reviews.js": "reviews.ts",
  "kiosk.js": "kiosk/kiosk.ts",
  "kiosk-worker.js": "kiosk/worker.ts",
} as const;

/** One of them as a single file: nothing global, nobody else's code, and a module only where another fetches it. */
export async function buildScript(name: keyof typeof scripts): Promise<string> {
  const entry = resolve(import.meta.dirname, "../src/collect", scripts[name]);
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      lib: { entry, formats: [name === "prove.js" ? "es" : "iife"], name: "parcours" },
    },
  });
  const [first] = [built].flat();
  const chunk = first !== undefined && "output" in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${name} was not built.`);
  return inAscii(chunk.code);
}

/** A site may read scripts in another alphabet than ours. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
