import { AppError } from "#platform/errors.ts";
import { spanOf, type Days } from "../period.ts";

/** Which events a question is about. */
export interface Scope {
  workspaceId: string;
  touchpoints: readonly string[];
  /** Milliseconds since 1970; null: no bound on that side. */
  start: number | null;
  /** The first instant no longer counted. */
  end: number | null;
  /** Property → the values allowed; several properties must all hold. */
  filter: ReadonlyMap<string, readonly string[]>;
  /** Answers about the relation as a whole instead of those about a contact; the two are never mixed (M30). */
  isRelational?: boolean;
}

/** The same about the relation as a whole: what is asked at no touchpoint is of every journey. */
export function aboutRelation(scope: Scope): Scope {
  return { ...scope, touchpoints: [...scope.touchpoints, ""], isRelational: true };
}

/** The property that an answer about the relation as a whole carries, and nothing else. */
const relationalProperty = "relational";

/** A WHERE clause with its bound parameters: what the caller says never becomes part of a statement. */
export interface Condition {
  where: string;
  params: Record<string, unknown>;
}

/** `touchpoint`: the expression that must be one of the scope's touchpoints. */
export function conditionOf(
  { workspaceId, touchpoints, start, end, filter, isRelational = false }: Scope,
  touchpoint = "touchpoint_key",
): Condition {
  const params: Record<string, unknown> = { workspaceId, touchpoints };
  const parts = ["workspace_id = {workspaceId:UUID}", `${touchpoint} IN {touchpoints:Array(String)}`];
  parts.push(`${isRelational ? "" : "NOT "}has(properties.keys, '${relationalProperty}')`);
  if (start !== null) {
    parts.push("occurred_at >= {start:DateTime64(3, 'UTC')}");
    params["start"] = instant(start);
  }
  if (end !== null) {
    parts.push("occurred_at < {end:DateTime64(3, 'UTC')}");
    params["end"] = instant(end);
  }
  for (const [i, [property, values]] of [...filter].entries()) {
    parts.push(`properties[{property${i}:String}] IN {values${i}:Array(String)}`);
    params[`property${i}`] = property;
    params[`values${i}`] = values;
  }
  return { where: parts.join(" AND "), params };
}

const [earliest, latest] = [Date.UTC(1900, 0, 1), Date.UTC(2300, 0, 1) - 1];

/** An instant as ClickHouse reads a parameter of type DateTime64(3, 'UTC'); one that the type cannot hold is its nearest. */
export function instant(milliseconds: number): string {
  const held = Math.min(Math.max(milliseconds, earliest), latest);
  return new Date(held).toISOString().replace("T", " ").replace("Z", "");
}

/** `delivery:late` → the property and the values asked for; values of one property are alternatives. */
export function parseFilter(filter: string | readonly string[] | undefined): Map<string, string[]> {
  const pairs = [filter ?? []].flat().map((text) => {
    const colon = text.indexOf(":");
    return { property: text.slice(0, colon), value: text.slice(colon + 1) };
  });
  const byProperty = Map.groupBy(pairs, ({ property }) => property);
  return new Map([...byProperty].map(([property, same]) => [property, same.map(({ value }) => value)]));
}

/** Bounds of the days asked for, in the workspace's zone; either may be left out. */
export function boundsOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): Pick<Scope, "start" | "end"> {
  if (from !== undefined && to !== undefined && from > to) {
    throw new AppError("invalid_input", `The period ends (${to}) before it begins (${from}).`, {
      remedy: "Give a first day that is not after the last.",
      issues: [{ path: "to", code: "before_from", message: `must not be before ${from}` }],
    });
  }
  const daySpan = (day: string) => spanOf({ from: day, to: day } satisfies Days, timeZone);
  return {
    start: from === undefined ? null : daySpan(from).start,
    end: to === undefined ? null : daySpan(to).end,
  };
}
