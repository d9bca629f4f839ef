import fc, { type Arbitrary } from "fast-check";

/** JSON Schema as `z.toJSONSchema` writes it. */
export type Schema = { readonly [word: string]: unknown };

/** Texts that go wrong where they are stored, shown, put into a table or into a command. */
const nasty = [
  "",
  " ",
  "a",
  "\0",
  "\ud800",
  "﷽\u202e\u200b",
  "__proto__",
  "<img src=x onerror=alert(1)>",
  '=HYPERLINK("http://a.example")',
  "'; DROP TABLE survey; --",
  "{{constructor}}${7*7}%s%n",
  "../../etc/passwd",
  "é".repeat(3_000),
];
const urls = ["http://127.0.0.1:22/", "http://[::1]/", "javascript:alert(1)", "https://"];
const days = ["0001-01-01", "9999-12-31", "2026-13-45"];
const moments = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "soon"];

/** One of the common ones, now and then a rare one: a call in which everything is wrong is refused by the first thing. */
function mostly(
  common: readonly string[],
  rare: readonly string[],
  other = fc.constantFrom(...rare),
): Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...common), weight: 9 },
    { arbitrary: fc.constantFrom(...rare), weight: 1 },
    { arbitrary: other, weight: 1 },
  );
}

const text = mostly(["a", "Été 2026", "Le montage a pris deux heures."], nasty);

/** Ids of things that exist, by what a field with such an id is called. */
export type KnownIds = (field: string) => readonly string[];

/** Values that a schema takes, and now and then one that it does not. */
export function fromSchema(schema: Schema, known: KnownIds): Arbitrary<unknown> {
  const definitions = (schema["$defs"] ?? {}) as Record<string, Schema>;
  const read = (part: Schema, field: string, depth: number): Arbitrary<unknown> =>
    fc.oneof(
      { arbitrary: fitting(part, field, depth), weight: 80 },
      { arbitrary: fc.jsonValue({ maxDepth: 1 }), weight: 1 },
    );

  function fitting(part: Schema, field: string, depth: number): Arbitrary<unknown> {
    if (typeof part["$ref"] === "string")
      return fitting(definitions[part["$ref"].replace(/^.*\//, "")] ?? schema, field, depth + 1);
    if ("const" in part) return fc.constant(part["const"]);
    if (Array.isArray(part["enum"])) return fc.constantFrom(...(part["enum"] as unknown[]));
    const either = part["anyOf"] ?? part["oneOf"];
    if (Array.isArray(either)) return fc.oneof(...either.map((one) => read(one as Schema, field, depth)));
    if (Array.isArray(part["allOf"])) return merged(part["allOf"].map((one) => fitting(one as Schema, field, depth)));
    switch (part["type"]) {
      case "string":
        return words(part, known(field));
      case "integer":
      case "number":
        return number(part);
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "array":
        return list(part, field, depth);
      case "object":
        return object(part, field, depth);
      default:
        return fc.jsonValue({ maxDepth: 1 });
    }
  }

  function list(part: Schema, field: string, depth: number): Arbitrary<unknown> {
    const fixed = part["prefixItems"];
    if (Array.isArray(fixed)) return fc.tuple(...fixed.map((one) => read(one as Schema, field, depth + 1)));
    const least = Number(part["minItems"] ?? 0);
    const most = Math.min(Number(part["maxItems"] ?? 100), least + (depth > 4 ? 0 : 2));
    const item = read((part["items"] ?? {}) as Schema, field.replace(/s$/, ""), depth + 1);
    return fc.array(item, { minLength: least, maxLength: Math.max(least, most) });
  }

  function object(part: Schema, field: string, depth: number): Arbitrary<unknown> {
    const properties = Object.entries((part["properties"] ?? {}) as Record<string, Schema>);
    const required = (part["required"] ?? []) as string[];
    const own = fc.record(Object.fromEntries(properties.map(([name, one]) => [name, read(one, name, depth + 1)])), {
      requiredKeys: required.filter((name) => properties.some(([known]) => known === name)),
    });
    const more = part["additionalProperties"];
    if (typeof more !== "object" || more === null) return own;
    return merged([own, fc.dictionary(text, read(more as Schema, field, depth + 1), { maxKeys: 2 })]);
  }
  return read(schema, "", 0);
}

function merged(parts: readonly Arbitrary<unknown>[]): Arbitrary<unknown> {
  return fc.tuple(...parts).map((values) => Object.assign({}, ...values) as unknown);
}

function words(part: Schema, ids: readonly string[]): Arbitrary<string> {
  const [least, most] = [Number(part["minLength"] ?? 0), Number(part["maxLength"] ?? 100_000)];
  if (ids.length > 0) return mostly(ids, [ids[0] ?? ""], fc.uuid());
  switch (part["format"]) {
    case "uuid":
      return fc.uuid();
    case "date":
      return mostly(["2026-10-01", "2026-11-10"], days);
    case "date-time":
      return mostly(["2026-11-01T10:00:00Z"], moments);
    case "email":
      return mostly(["ada@example.com"], ["é@example.com", `${"a".repeat(64)}@example.com`]);
    case "uri":
      return mostly(["https://a.example/x"], urls);
    default:
      if (typeof part["pattern"] !== "string") return text.map((said) => said.padEnd(least, "x").slice(0, most));
      return fc.oneof(
        { arbitrary: fc.stringMatching(new RegExp(part["pattern"], "u")), weight: 9 },
        { arbitrary: text, weight: 1 },
      );
  }
}

function number(part: Schema): Arbitrary<number> {
  const least = Number(part["minimum"] ?? part["exclusiveMinimum"] ?? -1e15);
  const most = Number(part["maximum"] ?? part["exclusiveMaximum"] ?? 1e15);
  const some = part["type"] === "integer" ? [0, 1, 5, 1e6] : [0, -0, 0.1, 1e-9, 1e6];
  return fc.constantFrom(least, most, ...some.filter((value) => value >= least && value <= most));
}
