import { resolve } from "node:path";
import { build } from "vite";

const entry = resolve(import.meta.dirname, "../src/collect/collect.ts");

/** The widget as one script that a page of any site can load: no module, nothing global, nothing fetched but what it asks. */
export async function buildCollect(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      lib: { entry, formats: ["iife"], name: "parcours" },
    },
  });
  const [first] = [built].flat();
  const chunk = first !== undefined && "output" in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error("The widget was not built.");
  return chunk.code;
}
