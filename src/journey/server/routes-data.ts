import { Readable } from "node:stream";
import type { JourneyMeasures } from "#insight/model.ts";
import { AppError } from "#platform/errors.ts";
import type { Context, Routes } from "#platform/http/handler.ts";
import type { Route } from "#platform/http/route.ts";
import * as data from "../api/data.ts";
import * as api from "../api/versions.ts";
import type { JourneyFile } from "../format/journey-file.ts";
import { measureCells, measureSheet } from "../format/measure-sheet.ts";
import { mostFileBytes, writeCsv } from "../format/read-text.ts";
import type { FileLocale, Sheet } from "../format/table.ts";
import { to1 } from "../format/version-1.ts";
import { writeWorkbook } from "../format/write-workbook.ts";
import { mapLabels } from "../labels.ts";
import { attachAs } from "./attachment.ts";
import { currentFile } from "./current-file.ts";
import type { DrawDeps } from "./draw.ts";
import { importFile, previewFile, replaceByFile, type SentFile } from "./import-map.ts";
import { workspaceOfJourney } from "./queries.ts";
import * as versions from "./versions.ts";
import { writeXlsx } from "./write-xlsx.ts";

/** A journey as files of data, and its versions. */
export function registerDataRoutes(routes: Routes, deps: versions.VersionDeps & Pick<DrawDeps, "measure">): void {
  const { db } = deps;
  const workspaceOf = ({ journeyId }: { journeyId: string }) => workspaceOfJourney(db, journeyId);
  const userOf = ({ principal }: Pick<Context<Route>, "principal">) => principal?.userId ?? null;

  routes.handle(data.exportJson, {
    workspaceOf,
    run: async (context) => {
      const { version, locale } = context.query;
      const file = named(context, "json", await currentFile(db, context.params.journeyId));
      return JSON.stringify(version === "1" ? to1(file, mapLabels[locale].lane) : file, null, 2);
    },
  });
  routes.handle(data.exportXlsx, {
    workspaceOf,
    run: async (context) => {
      const { locale, measures: isMeasured, ...asked } = context.query;
      const { journeyId } = context.params;
      const [file, measures] = await Promise.all([
        currentFile(db, journeyId),
        isMeasured ? deps.measure(journeyId, asked) : null,
      ]);
      return Readable.from([await writeXlsx(sheetsOf(named(context, "xlsx", file), measures, locale), locale)]);
    },
  });
  routes.handle(data.exportCsv, {
    workspaceOf,
    run: async (context) =>
      writeCsv(named(context, "csv", await currentFile(db, context.params.journeyId)), context.query.locale),
  });
  routes.handle(data.previewFile, {
    run: async (context) => previewFile(deps, context.params.workspaceId, await sentFile(context)),
  });
  routes.handle(data.importFile, {
    run: async (context) =>
      importFile(deps, context.params.workspaceId, await sentFile(context), consentOf(context.query)),
  });
  routes.handle(data.replaceByFile, {
    workspaceOf,
    run: async (context) =>
      replaceByFile(deps, context.params.journeyId, userOf(context), await sentFile(context), consentOf(context.query)),
  });

  routes.handle(api.listVersions, { workspaceOf, run: ({ params }) => versions.listVersions(db, params.journeyId) });
  routes.handle(api.createVersion, {
    workspaceOf,
    run: (context) => versions.createVersion(deps, context.params.journeyId, userOf(context), context.body),
  });
  routes.handle(api.getVersion, { workspaceOf, run: ({ params }) => versions.getVersion(db, params) });
  routes.handle(api.renameVersion, {
    workspaceOf,
    run: ({ params, body }) => versions.renameVersion(deps, params, body.name),
  });
  routes.handle(api.deleteVersion, {
    workspaceOf,
    run: async ({ params }) => {
      await versions.deleteVersion(deps, params);
      return undefined;
    },
  });
  routes.handle(api.restoreVersion, {
    workspaceOf,
    run: (context) => versions.restoreVersion(deps, context.params, userOf(context)),
  });
  routes.handle(api.createTarget, {
    workspaceOf,
    run: ({ params, body }) => versions.createTarget(deps, params.journeyId, body.name),
  });
}

/** The sheets of a journey, with what was measured after them. */
function sheetsOf(file: JourneyFile, measures: JourneyMeasures | null, locale: FileLocale): Sheet[] {
  if (measures === null) return writeWorkbook(file, locale);
  const sheets = writeWorkbook(file, locale, measureCells(file, measures, locale));
  return measures.touchpoints.length === 0 ? sheets : [...sheets, measureSheet(file, measures, locale)];
}

function named<File extends { document: { name: string } }>(
  { reply }: Pick<Context<Route>, "reply">,
  ending: string,
  file: File,
): File {
  attachAs(reply, file.document.name, ending);
  return file;
}

/** @throws AppError `bad_request` without a file, `too_large` */
async function sentFile({ request }: Pick<Context<Route>, "request">): Promise<SentFile> {
  const limits = { fileSize: mostFileBytes, files: 1 };
  const part = request.isMultipart() ? await request.file({ limits }) : undefined;
  if (part === undefined) throw new AppError("bad_request", "There is no file in the request.");
  return { name: part.filename, bytes: await part.toBuffer() };
}

function consentOf<Query extends { createMissing: "true" | "false" }>(query: Query) {
  return { ...query, createMissing: query.createMissing === "true" };
}
