import { AppError } from "#platform/errors.ts";
import type { Context, Routes } from "#platform/http/handler.ts";
import { getWorkspace } from "#workspace/index.ts";
import * as api from "../api.ts";
import { limits } from "../model.ts";
import * as commands from "./commands.ts";
import type { ActivityDeps } from "./deps.ts";
import { mappingSchema } from "./mapping-schema.ts";
import { writeMapping } from "./mapping-text.ts";
import { getProposal, previewImport } from "./preview.ts";
import * as queries from "./queries.ts";
import type { ImportRunner } from "./runner.ts";

export interface ActivityRoutesDeps extends ActivityDeps {
  runner: Pick<ImportRunner, "wake">;
}

export function registerActivityRoutes(routes: Routes, deps: ActivityRoutesDeps): void {
  const { db } = deps;
  routes.handle(api.listImports, { run: ({ params }) => queries.listImports(db, params.workspaceId) });
  routes.handle(api.createImport, {
    run: ({ params, principal }) => commands.createImport(deps, { ...params, userId: principal?.userId ?? null }),
  });
  routes.handle(api.getImport, { run: ({ params }) => queries.getImport(db, params) });
  routes.handle(api.deleteImport, { run: ({ params }) => done(commands.deleteImport(deps, params)) });

  routes.handle(api.uploadFiles, { run: (context) => upload(deps, context) });
  routes.handle(api.removeFile, { run: ({ params }) => commands.removeFile(deps, params) });

  routes.handle(api.getProposal, {
    run: async ({ params }) => getProposal(deps, params, await getWorkspace(db, params.workspaceId)),
  });
  routes.handle(api.previewImport, { run: ({ params, body }) => previewImport(deps, params, body) });
  routes.handle(api.setMapping, { run: ({ params, body }) => commands.setMapping(deps, params, body.mapping) });
  routes.handle(api.downloadMapping, { run: ({ params, reply }) => downloadMapping(deps, params, reply) });

  routes.handle(api.runImport, { run: ({ params, body }) => woken(deps, commands.requestRun(deps, params, body)) });
  routes.handle(api.cancelImport, { run: ({ params }) => woken(deps, commands.requestCancel(deps, params)) });

  routes.handle(api.listQuarantine, { run: ({ params, query }) => queries.listQuarantine(deps, params, query) });
  routes.handle(api.downloadQuarantine, {
    run: ({ params, reply }) => {
      reply.header("content-disposition", 'attachment; filename="quarantine.csv"');
      return queries.downloadQuarantine(deps, params);
    },
  });
  routes.handle(api.retryImport, {
    run: ({ params, principal }) => commands.retryImport(deps, params, principal?.userId ?? null),
  });

  routes.handle(api.getMappingSchema, { run: async () => JSON.stringify(mappingSchema()) });
}

/** Every file of the form, one after the other, straight to the disk. */
async function upload(deps: ActivityDeps, { params, request }: Context<typeof api.uploadFiles>) {
  for await (const part of request.parts({ limits: { fileSize: limits.fileBytes + 1, files: limits.files } })) {
    if (part.type === "file") await commands.addFile(deps, params, part.filename, part.file);
  }
  return queries.getImport(deps.db, params);
}

async function downloadMapping(
  deps: ActivityDeps,
  scope: { workspaceId: string; importId: string },
  reply: Context<typeof api.downloadMapping>["reply"],
): Promise<string> {
  const { mapping } = await queries.getImport(deps.db, scope);
  if (mapping === null) throw new AppError("not_found", "The import has no mapping yet.");
  reply.header("content-disposition", 'attachment; filename="mapping.yaml"');
  return writeMapping(mapping);
}

async function woken<T>({ runner }: ActivityRoutesDeps, command: Promise<T>): Promise<T> {
  const result = await command;
  runner.wake();
  return result;
}

/** A route without a response. */
async function done(command: Promise<void>): Promise<undefined> {
  await command;
  return undefined;
}
