import type { Mapping, MappingRecord, Property } from "../model.ts";
import { columnReference, joinPath, parseJoin } from "./references.ts";

/** One thing in a mapping that does not hold together; `path` as in `records.0.when`. */
export interface MappingIssue {
  path: string;
  code:
    | "file_unknown"
    | "not_joined"
    | "property_unknown"
    | "property_reserved"
    | "bands_order"
    | "person_unreachable"
    | "touchpoint_twice"
    | "key_unknown"
    | "column_unknown";
  message: string;
}

/** Names a property cannot have, because events carry something else under them. */
const reserved = new Set(["invites", "relational"]);

/** What the schema cannot see: that names used are names given. Columns are checked when the files are there. */
export function checkMapping(mapping: Mapping): MappingIssue[] {
  return [...joins(mapping), ...properties(mapping), ...records(mapping), ...journey(mapping)];
}

function joins({ joins, files }: Mapping): MappingIssue[] {
  return joins.flatMap((text, index) => {
    const { from, to } = parseJoin(text);
    return [from.alias, to.alias]
      .filter((alias) => !Object.hasOwn(files, alias))
      .map((alias) => unknownFile(`joins.${index}`, alias, files));
  });
}

function properties(mapping: Mapping): MappingIssue[] {
  return Object.entries(mapping.properties).flatMap(([name, property]): MappingIssue[] => {
    const path = `properties.${name}`;
    if (reserved.has(name))
      return [
        { path, code: "property_reserved", message: `${name} is a name of our own; call the property something else` },
      ];
    if (typeof property === "object" && "bands" in property) {
      const limits = property.bands.map((band) => band.upTo ?? Number.POSITIVE_INFINITY);
      if (limits.some((limit, index) => index > 0 && limit <= (limits[index - 1] ?? 0))) {
        return [
          {
            path: `${path}.bands`,
            code: "bands_order",
            message: "each upTo must be larger than the one before; only the last may have none",
          },
        ];
      }
    }
    return [];
  });
}

function records(mapping: Mapping): MappingIssue[] {
  return mapping.records.flatMap((record, index): MappingIssue[] => {
    const path = `records.${index}`;
    if (!Object.hasOwn(mapping.files, record.file)) return [unknownFile(`${path}.file`, record.file, mapping.files)];
    const issues = unreachable(mapping, record.file, recordColumns(record), path);
    for (const [at, name] of (record.properties ?? []).entries()) {
      const property = mapping.properties[name];
      const where = `${path}.properties.${at}`;
      if (property === undefined)
        issues.push({ path: where, code: "property_unknown", message: `${name} is not under properties` });
      else
        issues.push(
          ...unreachable(
            mapping,
            record.file,
            propertyColumns(property).map((column) => [where, column] as const),
            "",
          ),
        );
    }
    if (mapping.people.length > 0 && !mapping.people.some(({ column }) => reaches(mapping, record.file, column))) {
      issues.push({
        path,
        code: "person_unreachable",
        message: `no column under people can be reached from ${record.file}; add a join`,
      });
    }
    return issues;
  });
}

function journey({ journey, channels, teams }: Mapping): MappingIssue[] {
  const seen = new Set<string>();
  return (journey?.stages ?? []).flatMap((stage, s) =>
    stage.steps.flatMap((step, i) =>
      step.touchpoints.flatMap((touchpoint, t): MappingIssue[] => {
        const path = `journey.stages.${s}.steps.${i}.touchpoints.${t}`;
        const issues: MappingIssue[] = [];
        if (seen.has(touchpoint.key))
          issues.push({ path: `${path}.key`, code: "touchpoint_twice", message: `${touchpoint.key} is placed twice` });
        seen.add(touchpoint.key);
        if (touchpoint.channel !== undefined && !Object.hasOwn(channels, touchpoint.channel)) {
          issues.push({
            path: `${path}.channel`,
            code: "key_unknown",
            message: `${touchpoint.channel} is not under channels`,
          });
        }
        if (touchpoint.team !== undefined && !Object.hasOwn(teams, touchpoint.team)) {
          issues.push({ path: `${path}.team`, code: "key_unknown", message: `${touchpoint.team} is not under teams` });
        }
        return issues;
      }),
    ),
  );
}

/** Every column a record names itself, with the path it is named at. */
function recordColumns(record: MappingRecord): (readonly [path: string, column: string])[] {
  const columns: (readonly [string, string])[] = [];
  for (const [index, column] of (record.key ?? []).entries()) columns.push([`key.${index}`, column]);
  if (record.case !== undefined) columns.push(["case", record.case]);
  if (record.shape === "case") {
    for (const [index, { when }] of record.contacts.entries()) columns.push([`contacts.${index}.when`, when]);
    return columns;
  }
  columns.push(["when", record.when]);
  if (typeof record.touchpoint === "object") columns.push(["touchpoint.column", record.touchpoint.column]);
  if (record.shape === "answer") {
    columns.push(["score", record.score]);
    if (typeof record.metric === "object") columns.push(["metric.column", record.metric.column]);
    const comment = record.comment ?? [];
    if (typeof comment === "string") columns.push(["comment", comment]);
    else for (const [index, column] of comment.entries()) columns.push([`comment.${index}`, column]);
  }
  return columns;
}

/** Every column a property reads. */
export function propertyColumns(property: Property): readonly string[] {
  if (typeof property === "string") return [property];
  if ("compare" in property) return property.compare;
  if ("days" in property) return property.days;
  return "map" in property ? [property.map] : property.first;
}

/** Whether a record of `file` has that column, in its own file or in one that joins lead to. */
export function reaches(mapping: Mapping, file: string, column: string): boolean {
  const { alias } = columnReference(mapping.files, file, column);
  return joinPath(mapping.joins.map(parseJoin), file, alias) !== null;
}

function unreachable(
  mapping: Mapping,
  file: string,
  columns: Iterable<readonly [string, string]>,
  prefix: string,
): MappingIssue[] {
  return [...columns]
    .filter(([, column]) => !reaches(mapping, file, column))
    .map(([path, column]) => ({
      path: prefix === "" ? path : `${prefix}.${path}`,
      code: "not_joined",
      message: `${column} cannot be reached from ${file}; add a join`,
    }));
}

function unknownFile(path: string, alias: string, files: Mapping["files"]): MappingIssue {
  return { path, code: "file_unknown", message: `${alias} is not under files (${Object.keys(files).join(", ")})` };
}
