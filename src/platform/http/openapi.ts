import { z } from "zod";
import type { Route } from "./route.ts";

type Json = Record<string, unknown>;

export interface OpenApiOptions {
  title: string;
  version: string;
  contracts: readonly Route[];
  /** Schemas that are written once under their name and referred to from everywhere else. */
  named: Readonly<Record<string, z.ZodType>>;
}

const problemRef = { $ref: "#/components/schemas/Problem" };
const problem: Json = {
  type: "object",
  description: "Problem details, RFC 9457.",
  properties: {
    type: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    title: { type: "string" },
    remedy: { type: "string" },
    instance: { type: "string" },
    issues: {
      type: "array",
      items: {
        type: "object",
        properties: { path: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
        required: ["path", "code", "message"],
      },
    },
  },
  required: ["type", "status", "code", "title"],
};

/** The OpenAPI 3.1 document of a list of contracts; the same for the same contracts, whatever their order. */
export function openApi({ title, version, contracts, named }: OpenApiOptions): Json {
  const schemas: Record<string, unknown> = { Problem: problem };
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) names.add(schema, { id });
  const write = (schema: z.ZodType, io: "input" | "output") => inline(schema, io, names, schemas);
  const paths: Record<string, Json> = {};
  const inOrder = contracts.toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
  for (const contract of inOrder) {
    const path = contract.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract, write) };
  }
  return {
    openapi: "3.1.0",
    info: { title, version },
    paths,
    components: {
      schemas: sorted(schemas),
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "parcours.session_token" } },
    },
  };
}

type Write = (schema: z.ZodType, io: "input" | "output") => Json;

function operation(contract: Route, write: Write): Json {
  const parameters = [...parametersOf(contract.params, "path", write), ...parametersOf(contract.query, "query", write)];
  const content =
    contract.body === undefined
      ? multipart(contract)
      : {
          [contract.form === true ? "application/x-www-form-urlencoded" : "application/json"]: {
            schema: write(contract.body, "input"),
          },
        };
  return {
    summary: contract.summary,
    "x-permission": contract.permission,
    ...(contract.permission === "public" ? {} : { security: [{ session: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(content === null ? {} : { requestBody: { required: true, content } }),
    responses: {
      ...success(contract, write),
      default: { description: "A problem.", content: { "application/problem+json": { schema: problemRef } } },
    },
  };
}

function success(contract: Route, write: Write): Json {
  if (contract.stream !== undefined) return { 200: { description: "The file.", content: { [contract.stream]: {} } } };
  if (contract.response === undefined) return { 204: { description: "Done." } };
  return {
    200: { description: "Done.", content: { "application/json": { schema: write(contract.response, "output") } } },
  };
}

function multipart(contract: Route): Json | null {
  if (contract.multipart !== true) return null;
  return {
    "multipart/form-data": { schema: { type: "object", additionalProperties: { type: "string", format: "binary" } } },
  };
}

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query", write: Write): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, property]) => ({
    name,
    in: place,
    required: !property.safeParse(undefined).success,
    schema: write(property, "input"),
  }));
}

/** A schema as JSON Schema; the named ones in it move to `schemas`, and a form that differs for requests gets its own name. */
function inline(
  schema: z.ZodType,
  io: "input" | "output",
  names: z.core.$ZodRegistry<{ id: string }>,
  schemas: Record<string, unknown>,
): Json {
  const {
    $schema: _,
    $defs = {},
    ...whole
  } = z.toJSONSchema(schema, {
    io,
    metadata: names,
    unrepresentable: "any",
    override: ({ jsonSchema }) => simplify(jsonSchema, io),
  }) as Json & { $defs?: Record<string, Json> };
  const named = Object.entries(typeof whole.id === "string" ? { ...$defs, [whole.id]: whole } : $defs);
  const home = new Map<string, string>();
  for (const [name, body] of named) {
    const differs = io === "input" && schemas[name] !== undefined && !isSame(schemas[name], referring(body, home));
    home.set(name, differs ? `${name}Input` : name);
  }
  for (const [name, body] of named) schemas[home.get(name) ?? name] ??= referring(body, home);
  return typeof whole.id === "string" ? { $ref: `#/components/schemas/${home.get(whole.id)}` } : referring(whole, home);
}

/** A format says it without its pattern, and an answer may grow a field without breaking whoever reads it. */
function simplify(schema: z.core.JSONSchema.BaseSchema, io: "input" | "output"): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (io === "output" && schema.additionalProperties === false) delete schema.additionalProperties;
}

/** The same schema with its references pointing to where named schemas lie. */
function referring(schema: Json, home: ReadonlyMap<string, string>): Json {
  return JSON.parse(JSON.stringify({ ...schema, id: undefined }), (key, value: unknown) => {
    if (key !== "$ref" || typeof value !== "string") return value;
    const name = value.replace("#/$defs/", "");
    return `#/components/schemas/${home.get(name) ?? name}`;
  }) as Json;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
