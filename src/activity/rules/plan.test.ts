import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Mapping, type MappingInput, type Property } from "../model.ts";
import { checkMapping } from "./check.ts";
import { planOf } from "./plan.ts";
import type { Cells } from "./view.ts";

const base: MappingInput = {
  version: 1,
  name: "Test",
  timeZone: "Europe/Paris",
  files: { rows: { file: "rows.csv" } },
  people: [{ kind: "email", column: "email" }],
  records: [{ shape: "contact", file: "rows", touchpoint: "call", when: "when" }],
};
const read = (
  mapping: Partial<MappingInput>,
  row: Record<string, string>,
  others: Record<string, Record<string, string>[]> = {},
) => {
  const parsed = Mapping.parse({ ...base, ...mapping });
  expect(checkMapping(parsed)).toEqual([]);
  const headers = new Map<string, Cells>([
    ["rows", Object.keys(row)],
    ...Object.entries(others).map(([alias, rows]) => [alias, Object.keys(rows[0] ?? {})] as const),
  ]);
  const { plan, issues } = planOf(parsed, headers);
  expect(issues).toEqual([]);
  const tables = plan.lookups.map(
    ({ alias, key, columns }) =>
      new Map((others[alias] ?? []).map((each) => [each[key] ?? "", columns.map((column) => each[column] ?? "")])),
  );
  return plan.files[0]?.read(Object.values(row), tables);
};
const property = (definition: Property, row: Record<string, string>) =>
  read({ properties: { it: definition } }, { email: "a@b.fr", when: "2024-05-01", ...row })?.events?.[0]?.properties[
    "it"
  ];

describe("derived properties", () => {
  const promised: Property = {
    compare: ["done", "due"],
    by: "day",
    before: "early",
    same: "on time",
    after: "late",
    firstMissing: "open",
    secondMissing: "no promise",
  };

  test.each([
    ["2024-05-01 23:59", "2024-05-02 00:00", "early"],
    ["2024-05-02 23:59", "2024-05-02 00:00", "on time"],
    ["2024-05-03 00:00", "2024-05-02 23:59", "late"],
    ["", "2024-05-02", "open"],
    ["2024-05-02", "", "no promise"],
    ["", "", "open"],
  ])("[I30] %j compared by day with %j is %j", (done, due, expected) => {
    expect(property(promised, { done, due })).toBe(expected);
  });

  test("[I30] compared by instant, the time of day decides", () => {
    expect(property({ ...promised, by: "instant" }, { done: "2024-05-02 10:00", due: "2024-05-02 09:00" })).toBe(
      "late",
    );
  });

  test("[I30] comparing two dates and comparing them the other way round never agree but on the same day", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString());
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [there, back] = [property(promised, { done: a, due: b }), property(promised, { done: b, due: a })];
        expect(back).toBe({ "on time": "on time", early: "late", late: "early" }[there ?? ""]);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["2024-03-30", "2024-04-01", "two days"],
    ["2024-05-01", "2024-05-01", "two days"],
    ["2024-05-01", "2024-05-04", "more"],
    ["2024-05-01", "", "never"],
  ])("[I31] from %j to %j falls in the band %j, across clock changes too", (from, to, expected) => {
    expect(
      property(
        { days: ["from", "to"], bands: [{ upTo: 2, label: "two days" }, { label: "more" }], missing: "never" },
        { from, to },
      ),
    ).toBe(expected);
  });

  test("[I32] values are mapped, others are as said or absent", () => {
    const mapped: Property = { map: "code", values: { A: "shop" }, missing: "none" };
    expect(["A", "B", ""].map((code) => property(mapped, { code }))).toEqual(["shop", undefined, "none"]);
    expect(property({ ...mapped, otherwise: "other" }, { code: "B" })).toBe("other");
  });

  test("[I33] the first column that is not empty counts", () => {
    const first: Property = { first: ["mobile", "phone"], missing: "none" };
    expect(property(first, { mobile: "", phone: "2" })).toBe("2");
    expect(property(first, { mobile: "1", phone: "2" })).toBe("1");
    expect(property(first, { mobile: "", phone: "" })).toBe("none");
  });
});

describe("rows", () => {
  test("[I12] a case gives a contact for each of its dates and none for an empty one", () => {
    const records: MappingInput["records"] = [
      {
        shape: "case",
        file: "rows",
        case: "id",
        contacts: [
          { touchpoint: "order", when: "ordered" },
          { touchpoint: "delivery", when: "delivered" },
        ],
      },
    ];
    const row = { email: "a@b.fr", id: "7", ordered: "2024-05-01", delivered: "" };
    expect(read({ records }, row)?.events).toMatchObject([{ touchpoint: "order", caseId: "7" }]);
    expect(read({ records }, { ...row, ordered: "" })?.problem).toEqual({
      code: "date_missing",
      detail: "ordered, delivered",
    });
    expect(read({ records }, { ...row, delivered: "soon" })?.problem).toEqual({
      code: "date_invalid",
      detail: "delivered",
    });
  });

  const answer: MappingInput["records"] = [
    {
      shape: "answer",
      file: "rows",
      touchpoint: { column: "place" },
      when: "when",
      metric: { column: "metric", values: { Reco: "nps" } },
      score: "score",
      comment: ["title", "text"],
    },
  ];
  const row = {
    email: "A@b.fr ",
    when: "2024-05-01",
    place: "À la caisse",
    metric: "Reco",
    score: "10",
    title: "Bien",
    text: "Très",
  };

  test("[I13] an answer carries metric, score and comments one under the other", () => {
    const reading = read({ records: answer }, row);
    expect(reading?.events).toMatchObject([
      { kind: "answer", touchpoint: "a-la-caisse", metric: "nps", score: 10, comment: "Bien\nTrès" },
    ]);
    expect(reading).toMatchObject({ identifiers: ["a@b.fr"] });
  });

  test.each([
    ["NPS", "10", { metric: "nps", score: 10 }],
    ["csat", "4", { metric: "csat", score: 4 }],
    ["CES", "7", { metric: "ces", score: 7 }],
    ["ces5", "5", { metric: "ces5", score: 5 }],
    ["stars", "3", { metric: "stars", score: 3 }],
    ["YesNo", "0", { metric: "yesNo", score: 0 }],
    ["yesNo", "1", { metric: "yesNo", score: 1 }],
    ["yesNo", "Oui", { metric: "yesNo", score: 1 }],
    ["yesNo", "no", { metric: "yesNo", score: 0 }],
  ])("[I14] a column of metrics that says %s reads %j", (metric, score, expected) => {
    const records = answer.map((record) => ({ ...record, metric: { column: "metric" } }));
    expect(read({ records }, { ...row, metric, score })?.events).toMatchObject([expected]);
  });

  test.each([
    ["ces5", "6", "score_out_of_range"],
    ["ces5", "yes", "score_invalid"],
    ["yesNo", "2", "score_out_of_range"],
    ["yesNo", "perhaps", "score_invalid"],
  ])("[I14] as %s, %j goes to quarantine as %s", (metric, score, code) => {
    const records = answer.map((record) => ({ ...record, metric: { column: "metric" } }));
    expect(read({ records }, { ...row, metric, score })?.problem?.code).toBe(code);
  });

  test.each([
    [{ score: "11" }, "score_out_of_range"],
    [{ score: "9.5" }, "score_out_of_range"],
    [{ score: "ten" }, "score_invalid"],
    [{ score: "" }, "score_missing"],
    [{ metric: "XYZ" }, "metric_unknown"],
    [{ place: "" }, "touchpoint_missing"],
    [{ place: "???" }, "touchpoint_unknown"],
    [{ when: "31/12/2024" }, "date_invalid"],
    [{ when: "" }, "date_missing"],
    [{ email: " " }, "person_missing"],
  ])("[I14] with %j it goes to quarantine as %s", (change, code) => {
    expect(read({ records: answer }, { ...row, ...change })?.problem?.code).toBe(code);
  });

  test("[I15] an answer with neither score nor date was never given, and is nothing to read", () => {
    expect(read({ records: answer }, { ...row, score: "", when: "" })).toEqual({ events: null, problem: null });
  });

  test("[I16] a row reaches other files through one join after the other, and finds nothing where there is nothing", () => {
    const mapping: Partial<MappingInput> = {
      files: { rows: { file: "rows.csv" }, orders: { file: "orders.csv" }, customers: { file: "customers.csv" } },
      joins: ["rows.order = orders.id", "orders.customer = customers.id"],
      people: [{ kind: "email", column: "customers.email" }],
      properties: { city: "customers.city", total: "orders.total" },
    };
    const others = {
      orders: [{ id: "1", customer: "c", total: "9" }],
      customers: [{ id: "c", email: "x@y.fr", city: "Lyon" }],
    };
    expect(read(mapping, { order: "1", when: "2024-05-01" }, others)).toMatchObject({
      identifiers: ["x@y.fr"],
      events: [{ properties: { city: "Lyon", total: "9" } }],
    });
    expect(read(mapping, { order: "2", when: "2024-05-01" }, others)?.problem?.code).toBe("person_missing");
  });
});

describe("a mapping that does not hold together", () => {
  const issues = (mapping: Partial<MappingInput>) =>
    checkMapping(Mapping.parse({ ...base, ...mapping })).map(({ path, code }) => `${path} ${code}`);

  test("[I2] says what is wrong and where", () => {
    expect(issues({ records: [{ shape: "contact", file: "nowhere", touchpoint: "call", when: "when" }] })).toEqual([
      "records.0.file file_unknown",
    ]);
    expect(issues({ joins: ["rows.a = other.b"] })).toEqual(["joins.0 file_unknown"]);
    expect(
      issues({
        files: { rows: { file: "r" }, more: { file: "m" } },
        records: [{ shape: "contact", file: "rows", touchpoint: "call", when: "more.when" }],
      }),
    ).toEqual(["records.0.when not_joined"]);
    expect(
      issues({ records: [{ shape: "contact", file: "rows", touchpoint: "call", when: "when", properties: ["x"] }] }),
    ).toEqual(["records.0.properties.0 property_unknown"]);
    expect(
      issues({ properties: { x: { days: ["a", "b"], bands: [{ label: "all" }, { upTo: 3, label: "few" }] } } }),
    ).toEqual(["properties.x.bands bands_order"]);
    expect(issues({ properties: { invites: "a", relational: "b" } })).toEqual([
      "properties.invites property_reserved",
      "properties.relational property_reserved",
    ]);
  });

  test("[I2] names columns that no file has, and those it has", () => {
    const { issues: found } = planOf(Mapping.parse(base), new Map([["rows", ["mail", "when"]]]));
    expect(found).toMatchObject([
      { path: "people.0.column", code: "column_unknown" },
      { path: "people", code: "person_unreachable" },
    ]);
    const { issues: when } = planOf(Mapping.parse(base), new Map([["rows", ["email", "date"]]]));
    expect(when).toEqual([
      { path: "records.0.when", code: "column_unknown", message: 'rows.csv has no column "when"; it has email, date' },
    ]);
  });
});
