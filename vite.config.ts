import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { type ESTree, type Plugin, defineConfig } from "vite";
import { buildScript, scripts } from "./tools/collect.ts";

/** The running server; it must see the browser's own Host, or it takes every change for one from another site. */
const target = process.env["PARCOURS_URL"] ?? "http://127.0.0.1:4280";

/** A script of Latin-1 letters only takes half the memory in the browser: all others are written as escapes. */
const latin1: Plugin = {
  name: "latin1",
  generateBundle: (_options, bundle) => {
    for (const part of Object.values(bundle))
      if (part.type === "chunk")
        part.code = part.code.replace(
          /[^\0-\xff]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
  },
};

/**
 * Of a contract the browser needs how to call it, not how the server reads what comes: without its schemas, a thousand of
 * them are neither sent nor built before anything is on screen.
 */
const contracts: Plugin = {
  name: "contracts",
  apply: "build",
  transform: {
    filter: { id: /\/src\/\w+\/api(\/[\w-]+)?\.ts$/ },
    handler(code) {
      const cuts = this.parse(code).body.flatMap((statement) => {
        const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
        return declared?.type === "VariableDeclaration"
          ? declared.declarations.flatMap(({ init }) => schemasOf(init))
          : [];
      });
      return cuts.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}...{}${rest.slice(end)}`, code);
    },
  },
};
const schemas = new Set(["params", "query", "body", "response"]);

/**
 * A schema does nothing but be there: each is made in a call that is marked so, and those that only the server reads are left
 * out whole. Marking `z` alone leaves in all that is chained or nested.
 */
const models: Plugin = {
  name: "models",
  apply: "build",
  transform: {
    filter: { id: /\/src\/(\w+\/)+(model|api|api\/[\w-]+)\.ts$/ },
    handler(code) {
      const made = this.parse(code).body.flatMap((statement) => {
        const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
        return declared?.type === "VariableDeclaration"
          ? declared.declarations.flatMap(({ init }) => chainOf(init))
          : [];
      });
      return made.reduceRight(
        (rest, { start, end }) =>
          `${rest.slice(0, start)}/* @__PURE__ */ (() => ${rest.slice(start, end)})()${rest.slice(end)}`,
        code,
      );
    },
  },
};

/** What is made by `z.….…()`, or by a schema's own methods. */
function chainOf(made: ESTree.Expression | null): ESTree.Span[] {
  return made?.type === "CallExpression" && made.callee.type === "MemberExpression" ? [made] : [];
}

/** Where the schemas of `route({ … })` are written. */
function schemasOf(made: ESTree.Expression | null): ESTree.Span[] {
  if (made?.type !== "CallExpression" || made.callee.type !== "Identifier" || made.callee.name !== "route") return [];
  const [contract] = made.arguments;
  if (contract?.type !== "ObjectExpression") return [];
  return contract.properties.filter(
    (part) => part.type === "Property" && part.key.type === "Identifier" && schemas.has(part.key.name),
  );
}

/** Beside the web, under addresses that stay: what other sites load, and what a kiosk keeps. */
const collect: Plugin = {
  name: "collect",
  apply: "build",
  async generateBundle() {
    for (const fileName of Object.keys(scripts) as (keyof typeof scripts)[])
      this.emitFile({ type: "asset", fileName, source: await buildScript(fileName) });
  },
};

/** Beside each script and style, itself made small once, in the two ways that browsers read. */
const compressed: Plugin = {
  name: "compressed",
  apply: "build",
  async writeBundle({ dir = "" }, bundle) {
    const files = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name));
    await Promise.all(
      files.map(async (name) => {
        const path = join(dir, name);
        const content = await readFile(path);
        await writeFile(`${path}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
        await writeFile(`${path}.gz`, await gzipped(content, { level: constants.Z_BEST_COMPRESSION }));
      }),
    );
  },
};
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export default defineConfig({
  root: "src/app/web",
  cacheDir: "../../../node_modules/.vite",
  plugins: [react(), contracts, models, latin1, collect, compressed],
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Building a schema does nothing else: one that nothing uses is left out.
      treeshake: { manualPureFunctions: ["z"] },
      output: {
        // One script to start with and one that screens share: dozens of small ones would wait for each other.
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: "shared", minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": { target, changeOrigin: false }, "/live": { target, changeOrigin: false, ws: true } } },
});
