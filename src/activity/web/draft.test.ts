import { expect, test } from "vitest";
import { Mapping, type SniffedColumn, type SniffedFile } from "../model.ts";
import {
  columnsFor,
  dateFormatOf,
  fileFits,
  newRecord,
  sameMapping,
  touchpointNames,
  withDateFormat,
  withRecords,
  withTouchpoints,
} from "./draft.ts";

const column = (name: string, kind: SniffedColumn["kind"]): SniffedColumn => ({
  name,
  kind,
  dateFormat: kind === "date" ? "iso" : null,
  certain: true,
  metric: kind === "score" ? "nps" : null,
  filled: 1,
  distinct: 9,
  min: null,
  max: null,
  samples: ["x"],
});
const file = (name: string, alias: string, columns: SniffedColumn[]): SniffedFile => ({
  name,
  alias,
  bytes: 9,
  separator: ",",
  encoding: "utf-8",
  header: true,
  decimal: ".",
  rows: 9,
  columns,
});

const orders = file("orders_2026.csv", "found", [
  column("id", "identifier"),
  column("bought", "date"),
  column("sent", "date"),
  column("customer", "identifier"),
]);
const customers = file("customers.csv", "customers", [column("id", "identifier"), column("region", "category")]);
const mapping = Mapping.parse({
  version: 1,
  name: "Orders",
  timeZone: "Europe/Paris",
  files: { orders: { file: "orders_*.csv" }, customers: { file: "customers.csv" } },
  joins: ["orders.customer = customers.id"],
  records: [
    {
      shape: "case",
      file: "orders",
      case: "id",
      contacts: [
        { touchpoint: "purchase", when: "bought" },
        { touchpoint: "dispatch", when: "sent" },
      ],
    },
  ],
  journey: {
    key: "orders",
    name: "Orders",
    stages: [
      {
        name: "Sale",
        steps: [
          { name: "I buy", touchpoints: [{ key: "purchase", name: "Purchase" }] },
          { name: "It leaves", touchpoints: [{ key: "dispatch", name: "Dispatch" }] },
        ],
      },
    ],
  },
});
const [record] = mapping.records;
if (record?.shape !== "case") throw new Error("The mapping above has one case.");
const steps = ({ journey }: Mapping) =>
  journey?.stages.map((stage) => stage.steps.map((step) => step.touchpoints.map(({ key }) => key).join("+")));

test("[U7] a touchpoint that no row names any more leaves the journey with its step, a new one comes at the end under the name typed", () => {
  const changed = withRecords(
    mapping,
    [
      {
        ...record,
        contacts: [
          { touchpoint: "purchase", when: "bought" },
          { touchpoint: "delivery", when: "sent" },
        ],
      },
    ],
    { delivery: "Home delivery" },
  );
  expect(steps(changed)).toEqual([["purchase", "delivery"]]);
  expect(touchpointNames(changed, "fr").get("delivery")).toBe("Home delivery");
});

test("[U7] what the change does not touch stays as it was, and a journey is never left without a step", () => {
  expect(withRecords(mapping, mapping.records)).toEqual(mapping);
  const journey = mapping.journey;
  expect(journey && withTouchpoints(journey, [], ["purchase", "dispatch"], (key) => key)).toEqual(journey);
});

test("[U8] one date column read otherwise leaves the others in the format they had", () => {
  const changed = withDateFormat(
    { file: "a.csv", header: true, decimal: ".", dates: "dd/mm/yyyy" },
    "sent",
    "epoch-s",
    ["bought", "sent"],
  );
  expect(["bought", "sent"].map((name) => dateFormatOf(changed, name))).toEqual(["dd/mm/yyyy", "epoch-s"]);
});

test("[U9] a record is offered the columns of its file, then those of the files that joins lead to, under their names", () => {
  const values = (alias: string) => columnsFor(mapping, [orders, customers], alias).map(({ value }) => value);
  expect(values("orders")).toEqual(["id", "bought", "sent", "customer", "customers.id", "customers.region"]);
  expect(values("customers")).toEqual(["id", "region"]);
});

test("[U9] a mapping's file name may have a star, and a packed file fits too", () => {
  expect(fileFits("orders_*.csv", "orders_2026.csv.gz")).toBe(true);
  expect(fileFits("orders.csv", "orders-csv")).toBe(false);
});

test("[U9] a new record takes the likeliest columns", () => {
  const survey = [column("note", "score"), column("day", "date"), column("words", "text")].map((each) => ({
    ...each,
    value: each.name,
  }));
  expect(newRecord("answer", "survey", survey, "survey")).toEqual({
    shape: "answer",
    file: "survey",
    touchpoint: "survey",
    when: "day",
    metric: "nps",
    score: "note",
    comment: "words",
  });
});

test("[U10] counts are of the mapping they were made with, in whatever order it is written, and of no other", () => {
  expect(sameMapping({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect(sameMapping({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});
