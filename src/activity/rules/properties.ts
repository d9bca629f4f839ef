import type { Property } from "../model.ts";
import type { Zone } from "./time-zone.ts";
import type { View, WideRow } from "./view.ts";

/** The value for a row, undefined where it has none; null when a date it needs cannot be read. */
export type PropertyGetter = (row: WideRow) => string | undefined | null;

/** Compiles one property for the rows of a view; days are counted on the calendar of `calendar`. */
export function propertyGetter(property: Property, path: string, view: View, calendar: Zone): PropertyGetter {
  if (typeof property === "string") {
    const get = view.column(path, property);
    return (row) => get(row) || undefined;
  }
  if ("first" in property) {
    const getters = property.first.map((column, index) => view.column(`${path}.first.${index}`, column));
    return (row) => {
      for (const get of getters) {
        const cell = get(row);
        if (cell !== "") return cell;
      }
      return property.missing;
    };
  }
  if ("map" in property) {
    const get = view.column(`${path}.map`, property.map);
    const labels = new Map(Object.entries(property.values));
    return (row) => {
      const cell = get(row);
      return cell === "" ? property.missing : (labels.get(cell) ?? property.otherwise);
    };
  }
  const [first, second] = ("compare" in property ? property.compare : property.days).map((column, index) =>
    view.date(`${path}.${"compare" in property ? "compare" : "days"}.${index}`, column),
  );
  const judge = "compare" in property ? comparison(property, calendar) : bands(property, calendar);
  return (row) => {
    const a = first?.(row);
    const b = second?.(row);
    return a === null || b === null ? null : judge(a, b);
  };
}

type Comparison = Extract<Property, { compare: unknown }>;
type Days = Extract<Property, { days: unknown }>;
type Judge = (first: number | undefined, second: number | undefined) => string | undefined;

function comparison(labels: Comparison, calendar: Zone): Judge {
  const position = labels.by === "day" ? calendar.day : (at: number): number => at;
  return (first, second) => {
    if (first === undefined)
      return second === undefined ? (labels.bothMissing ?? labels.firstMissing) : labels.firstMissing;
    if (second === undefined) return labels.secondMissing;
    const difference = position(first) - position(second);
    if (difference === 0) return labels.same;
    return difference < 0 ? labels.before : labels.after;
  };
}

function bands({ bands, missing }: Days, calendar: Zone): Judge {
  return (first, second) => {
    if (first === undefined || second === undefined) return missing;
    const days = calendar.day(second) - calendar.day(first);
    return bands.find(({ upTo }) => upTo === undefined || days <= upTo)?.label;
  };
}
