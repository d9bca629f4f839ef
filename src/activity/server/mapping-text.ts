import { LineCounter, parseDocument, stringify, type Document } from "yaml";
import { AppError, type Issue } from "#platform/errors.ts";
import { Mapping } from "../model.ts";
import { checkMapping, type MappingIssue } from "../rules/check.ts";

/** A mapping and where in its text each path is, when it came as text. */
export interface MappingSource {
  mapping: Mapping;
  /** An AppError `mapping_invalid` with the issues, each with its line. */
  invalid: (issues: readonly MappingIssue[]) => AppError;
}

/**
 * Reads a mapping from YAML or JSON text, or from an object.
 * @throws AppError `mapping_invalid`, each issue with its path and, for text, its line.
 */
export function readMapping(given: unknown, name = "mapping"): MappingSource {
  const lines = new LineCounter();
  const document = typeof given === "string" ? parseDocument(given, { lineCounter: lines }) : null;
  const lineOf = (path: readonly (string | number)[]): number | null =>
    document === null ? null : nearestLine(document, lines, path);
  const invalid = (issues: readonly MappingIssue[]): AppError => {
    const said = issues.map(({ path, code, message }) => toIssue(name, path, code, message, lineOf(pathParts(path))));
    return refusal(name, said);
  };
  if (document !== null && document.errors.length > 0) {
    throw refusal(
      name,
      document.errors.map((error) =>
        toIssue(name, "", "syntax", error.message.split("\n")[0] ?? "", error.linePos?.[0].line ?? null),
      ),
    );
  }
  const parsed = Mapping.safeParse(document === null ? given : document.toJS({ maxAliasCount: 100 }));
  if (!parsed.success) {
    throw refusal(
      name,
      parsed.error.issues.map((issue) => {
        const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
        return toIssue(name, path.join("."), issue.code, issue.message, lineOf(path));
      }),
    );
  }
  const issues = checkMapping(parsed.data);
  if (issues.length > 0) throw invalid(issues);
  return { mapping: parsed.data, invalid };
}

/** The mapping as a YAML document that {@link readMapping} reads back. */
export function writeMapping(mapping: unknown): string {
  return stringify(mapping, { lineWidth: 120 });
}

function refusal(name: string, issues: Issue[]): AppError {
  const first = issues[0]?.message ?? "";
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return new AppError("mapping_invalid", `${name} cannot be used: ${first}${more}`, {
    remedy: "Correct the mapping; docs/mapping.schema.json describes it.",
    issues,
  });
}

function toIssue(name: string, path: string, code: string, message: string, line: number | null): Issue {
  const place = line === null ? name : `${name}:${line}`;
  return { path, code, message: `${place}${path === "" ? "" : ` ${path}`}: ${message}` };
}

const pathParts = (path: string): (string | number)[] =>
  path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** A missing key has no place of its own: the line is then that of the nearest thing around it. */
function nearestLine(document: Document, lines: LineCounter, path: readonly (string | number)[]): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range != null) return lines.linePos(node.range[0]).line;
  }
  return null;
}
