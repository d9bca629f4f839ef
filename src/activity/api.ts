import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Import, Mapping, QuarantinedRow, SniffedFile, doubtCodes, metrics, quarantineCodes } from "./model.ts";

const base = "/api/v1/workspaces/:workspaceId/imports";
const one = `${base}/:importId` as const;
const inWorkspace = z.object({ workspaceId: z.uuid() });
const ofImport = inWorkspace.extend({ importId: z.uuid() });
/** A mapping as an object, or the text of a YAML or JSON document. Checked by the command, so that errors name path and line. */
const AnyMapping = z.union([z.string().max(1_000_000), z.record(z.string(), z.unknown())]);

export const listImports = route({
  method: "GET",
  path: base,
  summary: "List imports, the latest first",
  permission: "import:read",
  params: inWorkspace,
  response: z.array(Import),
});
export const createImport = route({
  method: "POST",
  path: base,
  summary: "Begin an import",
  permission: "import:run",
  params: inWorkspace,
  response: Import,
});
export const getImport = route({
  method: "GET",
  path: one,
  summary: "An import with its mapping, progress and counts",
  permission: "import:read",
  params: ofImport,
  response: Import,
});

/** One or several files as `multipart/form-data`; a file of the same name is replaced. */
export const uploadFiles = route({
  method: "POST",
  path: `${one}/files`,
  summary: "Add files to an import",
  permission: "import:run",
  params: ofImport,
  response: Import,
  multipart: true,
});
export const removeFile = route({
  method: "DELETE",
  path: `${one}/files/:name`,
  summary: "Take a file out of an import",
  permission: "import:run",
  params: ofImport.extend({ name: z.string() }),
  response: Import,
});

/** What the files look like and a mapping that would read them; `doubts` lists the choices left to a person. */
export const getProposal = route({
  method: "GET",
  path: `${one}/proposal`,
  summary: "Propose a mapping from a sample of the files",
  permission: "import:run",
  params: ofImport,
  response: z.object({
    files: z.array(SniffedFile),
    mapping: Mapping,
    doubts: z.array(z.object({ path: z.string(), code: z.enum(doubtCodes), message: z.string() })),
  }),
});

export const PreviewedEvent = z.object({
  at: z.iso.datetime(),
  kind: z.enum(["contact", "answer"]),
  touchpoint: z.string(),
  person: z.string().nullable(),
  caseId: z.string(),
  metric: z.enum(metrics).nullable(),
  score: z.number().nullable(),
  comment: z.string(),
  properties: z.record(z.string(), z.string()),
});
export type PreviewedEvent = z.infer<typeof PreviewedEvent>;
export const PreviewedRow = z.object({
  record: z.number().int().describe("Which of the mapping's records, from 0."),
  file: z.string(),
  line: z.number().int(),
  events: z.array(PreviewedEvent),
  error: z.object({ code: z.enum(quarantineCodes), detail: z.string() }).nullable(),
});
export type PreviewedRow = z.infer<typeof PreviewedRow>;
/** The first rows of each record as they would be read, bad ones in their place. */
export const previewImport = route({
  method: "POST",
  path: `${one}/preview`,
  summary: "Show the first rows as a mapping reads them",
  permission: "import:run",
  params: ofImport,
  body: z.object({ mapping: AnyMapping, rows: z.number().int().min(1).max(200).default(50) }),
  response: z.object({ rows: z.array(PreviewedRow) }),
});
export const setMapping = route({
  method: "PUT",
  path: `${one}/mapping`,
  summary: "Set the mapping",
  permission: "import:run",
  params: ofImport,
  body: z.object({ mapping: AnyMapping }),
  response: Import,
});
/** The mapping as a YAML document, to keep and to give to the command line. */
export const downloadMapping = route({
  method: "GET",
  path: `${one}/mapping.yaml`,
  summary: "Download the mapping",
  permission: "import:read",
  params: ofImport,
  stream: "application/yaml",
});

/** Waits its turn when another import of the workspace runs. */
export const runImport = route({
  method: "POST",
  path: `${one}/run`,
  summary: "Import, or count what an import would make",
  permission: "import:run",
  params: ofImport,
  body: z.object({ dryRun: z.boolean().default(false) }),
  response: Import,
});
/** Nothing of it stays; refused (409) once its events are being published. */
export const cancelImport = route({
  method: "POST",
  path: `${one}/cancel`,
  summary: "Cancel an import",
  permission: "import:run",
  params: ofImport,
  response: Import,
});
/** Also takes back every event it made; the people stay. */
export const deleteImport = route({
  method: "DELETE",
  path: one,
  summary: "Delete an import and its events",
  permission: "import:run",
  params: ofImport,
});

/** Only for who imports: raw rows hold what a mapping hashes or leaves out. */
export const listQuarantine = route({
  method: "GET",
  path: `${one}/quarantine`,
  summary: "Rows that could not be read, with reasons",
  permission: "import:run",
  params: ofImport,
  query: z.object({
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  response: z.object({
    rows: z.array(QuarantinedRow),
    total: z.number().int(),
    byCode: z.array(z.object({ code: z.enum(quarantineCodes), rows: z.number().int() })),
  }),
});
/** Its own columns, then `_file`, `_line`, `_code`, `_detail`; correct it and upload it to a retry. */
export const downloadQuarantine = route({
  method: "GET",
  path: `${one}/quarantine.csv`,
  summary: "Download the rows that could not be read",
  permission: "import:run",
  params: ofImport,
  stream: "text/csv",
});
/** A new import of the quarantined rows only: set a corrected mapping or upload a corrected file of the same name, then run it. */
export const retryImport = route({
  method: "POST",
  path: `${one}/retry`,
  summary: "Retry the rows in quarantine",
  permission: "import:run",
  params: ofImport,
  response: Import,
});

export const getMappingSchema = route({
  method: "GET",
  path: "/api/v1/mapping.schema.json",
  summary: "JSON Schema of the mapping document",
  permission: "public",
  stream: "application/schema+json",
});
