/** What is known of a contact at a touchpoint before anybody is asked about it. */
export interface Visit {
  properties: Readonly<Record<string, string>>;
  /** Contacts of this person before, anywhere and at this touchpoint. */
  contactsBefore: number;
  visitsBefore: number;
  /** Days since their last contact and since their first; null: there was none before. */
  daysSinceLast: number | null;
  daysSinceFirst: number | null;
  /** The touchpoint of their last contact; empty: none. */
  previous: string;
  /** Day of the year, 1–366. */
  dayOfYear: number;
}

/** A figure that a model knows of visits. */
export type Feature =
  | { kind: "contactsBefore" | "visitsBefore" | "daysSinceLast" | "daysSinceFirst" | "isFirst" | "winter" | "spring" }
  | { kind: "property"; property: string; value: string }
  | { kind: "previous"; touchpoint: string };

/** A value that fewer visits have says nothing that would hold for others. */
const fewestOfValue = 20;
const mostOfProperty = 8;
const mostFeatures = 40;

/** What there is to learn from in these visits: counts and times, and the values that many of them have. */
export function featuresOf(visits: readonly Visit[]): Feature[] {
  const values = Map.groupBy(
    visits.flatMap(({ properties }) => Object.entries(properties)),
    ([property]) => property,
  );
  const told = [...values]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([property, entries]) =>
      common(
        entries.map(([, value]) => value),
        visits.length,
      ).map((value): Feature => ({ kind: "property", property, value })),
    );
  const previous = common(visits.map((visit) => visit.previous).filter(Boolean), visits.length).map(
    (touchpoint): Feature => ({ kind: "previous", touchpoint }),
  );
  return [
    ...(
      ["contactsBefore", "visitsBefore", "daysSinceLast", "daysSinceFirst", "isFirst", "winter", "spring"] as const
    ).map((kind): Feature => ({ kind })),
    ...told,
    ...previous,
  ].slice(0, mostFeatures);
}

/** The commonest values; one that nearly all have tells nothing. */
function common(values: readonly string[], among: number): string[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, same]) => ({ value, count: same.length }))
    .filter(({ value, count }) => value !== "" && count >= fewestOfValue && among - count >= fewestOfValue)
    .toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .slice(0, mostOfProperty)
    .map(({ value }) => value);
}

/** A visit as figures; counts and days by their logarithm, the season by its two waves. */
export function figuresOf(features: readonly Feature[], visit: Visit): number[] {
  return features.map((feature) => figureOf(feature, visit));
}

function figureOf(feature: Feature, visit: Visit): number {
  const turn = (2 * Math.PI * visit.dayOfYear) / 365.25;
  switch (feature.kind) {
    case "contactsBefore":
    case "visitsBefore":
      return Math.log1p(visit[feature.kind]);
    case "daysSinceLast":
    case "daysSinceFirst":
      return Math.log1p(Math.max(0, visit[feature.kind] ?? 0));
    case "isFirst":
      return Number(visit.contactsBefore === 0);
    case "winter":
      return Math.cos(turn);
    case "spring":
      return Math.sin(turn);
    case "property":
      return Number(visit.properties[feature.property] === feature.value);
    case "previous":
      return Number(visit.previous === feature.touchpoint);
    default:
      return feature satisfies never;
  }
}
