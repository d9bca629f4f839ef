import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { readyContent } from "#voice/wording.ts";
import { pieceOf } from "#voice/server/collect/widget.ts";
import { buildScript } from "../tools/collect.ts";
import { printReport } from "./report.ts";

/**
 * What a visitor of a site loads before one question is on screen, in kB (gzip), beside scripts from npm that ask on a site's
 * pages too. What those load later from their makers' servers is not counted, nor is any style sheet.
 *   node bench/widget-size.ts
 */
const formbricks = import.meta.resolve("@formbricks/js");
const surveyCore = import.meta.resolve("survey-core");
const surveyUi = import.meta.resolve("survey-js-ui");
const posthog = [import.meta.resolve("posthog-js/dist/array.js"), import.meta.resolve("posthog-js/dist/surveys.js")];

const content = readyContent("nps", { relation: "transactional", task: "" }, ["en"]);
const token = randomBytes(32).toString("base64url");
const asked = {
  content: { ...content, questions: content.questions.slice(0, 1) },
  language: "en",
  action: `/collect/${token}`,
  attempt: randomUUID(),
  shownAt: Date.now(),
  way: "widget",
} as const;

printReport(
  { title: "script, style and wording of a question on a site's page", unit: "kB gzip", better: "less" },
  measured(
    "Parcours, with what is asked",
    await buildScript("collect.js"),
    JSON.stringify(pieceOf({ status: 200, asked })),
  ),
  measured("Parcours, the script alone", await buildScript("collect.js")),
  measured("Parcours, the script that shows reviews", await buildScript("reviews.js")),
  measured(
    "@formbricks/js, a loader that fetches the rest",
    await bundle(`import all from "${fileURLToPath(formbricks)}"; window.all = all;`),
  ),
  measured("posthog-js with surveys", ...posthog.map((url) => readFileSync(fileURLToPath(url), "utf8"))),
  measured(
    "survey-js-ui",
    await bundle(
      `import { Model } from "${fileURLToPath(surveyCore)}"; import { renderSurvey } from "${fileURLToPath(surveyUi)}"; window.all = { Model, renderSurvey };`,
    ),
  ),
);

function measured(name: string, ...files: string[]) {
  const bytes = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).byteLength, 0);
  return { name, values: [bytes / 1000] };
}

/** One script of a module and all it needs, made as small as ours. */
async function bundle(source: string): Promise<string> {
  const dir = mkdtempSync(join(import.meta.dirname, "../node_modules/.widget-size-"));
  try {
    const entry = join(dir, "entry.js");
    writeFileSync(entry, source);
    const built = await build({
      configFile: false,
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
      build: { write: false, target: "es2022", lib: { entry, formats: ["iife"], name: "all" } },
    });
    const output = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
    return output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  } finally {
    rmSync(dir, { recursive: true });
  }
}
