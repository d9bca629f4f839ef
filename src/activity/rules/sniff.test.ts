import { expect, test } from "vitest";
import type { SniffedColumn } from "../model.ts";
import { csvReader } from "./csv.ts";
import { propose } from "./propose.ts";
import { datesOf, guessEncoding, guessHeader, guessSeparator, sniffColumn, sniffFile } from "./sniff.ts";

test("[I24] the separator is the one that cuts rows alike", () => {
  expect(guessSeparator("a;b\n1,5;2\n2,5;3\n")).toBe(";");
  expect(guessSeparator("a\tb\n1\t2\n")).toBe("tab");
  expect(guessSeparator('a|b\n"x|y"|2\n')).toBe("|");
  expect(guessSeparator("name,said\nx,one; two; three\ny,four\n")).toBe(",");
  expect(guessSeparator("alone\n")).toBe(",");
});

test("[I24] bytes that are not UTF-8 are Windows-1252, even when the sample ends inside a character", () => {
  const text = new TextEncoder().encode("déjà");
  expect(guessEncoding(text, false)).toBe("utf-8");
  expect(guessEncoding(text.subarray(0, 2), true)).toBe("utf-8");
  expect(guessEncoding(Uint8Array.of(0x64, 0xe9, 0x6a), true)).toBe("windows-1252");
});

test("[I24] a first row with numbers, dates or repetitions is no header", () => {
  expect(
    guessHeader([
      ["id", "when"],
      ["1", "2024-01-01"],
    ]),
  ).toBe(true);
  expect(guessHeader([["1", "2024-01-01"]])).toBe(false);
  expect(guessHeader([["a", "a"]])).toBe(false);
});

test("[I25] one day above 12 tells which half of a date is the month; without it both are said", () => {
  expect(datesOf(["01/02/2024", "13/02/2024"])).toEqual(["dd/mm/yyyy"]);
  expect(datesOf(["01/02/2024", "02/13/2024"])).toEqual(["mm/dd/yyyy"]);
  expect(datesOf(["01/02/2024", "03/04/2024"])).toEqual(["dd/mm/yyyy", "mm/dd/yyyy"]);
  expect(datesOf(["13/02/2024", "02/13/2024"])).toEqual([]);
  expect(datesOf(["13/02/2024", "14/02/2024", "yesterday"])).toEqual(["dd/mm/yyyy"]);
  expect(sniffColumn("when", ["01/02/2024"], ".")).toMatchObject({
    kind: "date",
    dateFormat: "dd/mm/yyyy",
    certain: false,
  });
  expect(sniffColumn("when", ["1700000000"], ".")).toMatchObject({
    kind: "date",
    dateFormat: "epoch-s",
    certain: true,
  });
});

test.each<[string, string[], Partial<SniffedColumn>]>([
  ["NPS", ["0", "10", "7"], { kind: "score", metric: "nps" }],
  ["note", ["1", "5"], { kind: "score", metric: "stars" }],
  ["satisfaction", ["1", "5"], { kind: "score", metric: "csat" }],
  ["effort", ["7", "1"], { kind: "score", metric: "ces" }],
  ["effort", ["5", "1"], { kind: "score", metric: "ces5" }],
  ["score", ["0", "1"], { kind: "score", metric: "yesNo" }],
  ["Résolu (oui/non)", ["Oui", "non"], { kind: "score", metric: "yesNo" }],
  ["yes_no", ["1", "0"], { kind: "score", metric: "yesNo" }],
  ["yes_no", ["yes", "perhaps"], { kind: "category", metric: null }],
  ["amount", ["1", "5"], { kind: "number", metric: null }],
  ["customer_id", ["a1", "a2"], { kind: "identifier" }],
  ["shop", ["Lyon", "Paris", "Lyon"], { kind: "category" }],
  [
    "comment",
    ["Great service, thank you very much indeed", "It took three weeks and nobody answered"],
    { kind: "text" },
  ],
  ["empty", ["", ""], { kind: "empty" }],
])("[I26] a column %j with %j is told by what it holds", (name, cells, expected) => {
  expect(sniffColumn(name, cells, ".")).toMatchObject(expected);
});

const sample = (name: string, text: string) => {
  const [names = [], ...rows] = csvReader(",")
    .push(text)
    .map(({ cells }) => cells);
  return sniffFile({
    source: { name, bytes: text.length },
    encoding: "utf-8",
    separator: ",",
    header: true,
    names,
    rows,
  });
};

test("[I27] orders, customers and reviews are proposed joined, as cases and answers, on time or late", () => {
  const ids = Array.from({ length: 30 }, (_, index) => index);
  const orders = `order_id,customer_id,order_date,order_delivered_date,order_estimated_date\n${ids.map((id) => `o${id},c${id},2024-01-01,2024-01-05,2024-01-07`).join("\n")}\n`;
  const customers = `customer_id,customer_unique_id,city\n${ids.map((id) => `c${id},u${id % 9},Lyon`).join("\n")}\n`;
  const reviews = `review_id,order_id,review_score,comment,answered\n${ids.map((id) => `r${id},o${id},${1 + (id % 5)},,2024-02-0${1 + (id % 9)}`).join("\n")}\n`;
  const { mapping, doubts } = propose(
    [sample("shop_orders.csv", orders), sample("shop_customers.csv", customers), sample("shop_reviews.csv", reviews)],
    { timeZone: "Europe/Paris", locale: "en" },
  );

  expect(mapping.joins).toEqual(["orders.customer_id = customers.customer_id", "reviews.order_id = orders.order_id"]);
  expect(mapping.people).toEqual([{ kind: "customer", column: "customers.customer_unique_id", store: "hashed" }]);
  expect(mapping.records).toMatchObject([
    {
      shape: "case",
      file: "orders",
      case: "order_id",
      contacts: [{ when: "order_date" }, { when: "order_delivered_date" }],
    },
    { shape: "answer", file: "reviews", metric: "stars", score: "review_score", when: "answered", case: "order_id" },
  ]);
  expect(mapping.properties["delivery"]).toMatchObject({
    compare: ["orders.order_delivered_date", "orders.order_estimated_date"],
    after: "late",
  });
  expect(mapping.journey?.stages[0]?.steps).toHaveLength(3);
  expect(doubts.map(({ code }) => code)).toEqual(["score_guessed"]);
});

test("[I27] a log of events is contacts in cases, whatever dates of the case its rows repeat", () => {
  const rows = Array.from({ length: 40 }, (_, row) => {
    const start = `2024-01-0${1 + (row >> 3)}`;
    return `case-${row >> 3},${start},${row % 2 === 0 ? "Receive" : "Answer"},task-${row},${start} 10:${10 + row}:00`;
  });
  const text = `case:concept:name,case:startdate,concept:name,concept:instance,time:timestamp\n${rows.join("\n")}\n`;
  const { mapping } = propose([sample("log.csv", text)], { timeZone: "Europe/Paris", locale: "en" });

  expect(mapping.records).toMatchObject([
    { shape: "contact", touchpoint: { column: "concept:name" }, when: "time:timestamp", case: "case:concept:name" },
  ]);
  expect(mapping.journey?.stages[0]?.steps.map(({ name }) => name)).toEqual(["Receive", "Answer"]);
});

test.each([
  ["N° client", (row: number) => `C-${row % 20}`, true],
  ["client", (row: number) => `C-${row % 20}`, true],
  ["client", (row: number) => (row % 2 === 0 ? "new" : "known"), false],
])("[I27] a column %j identifies people unless it holds a few kinds of them", (name, cell, identifies) => {
  const rows = Array.from({ length: 60 }, (_, row) => `2024-01-20,${cell(row)},${row % 11}`);
  const { mapping } = propose([sample("survey.csv", `date,${name},nps\n${rows.join("\n")}\n`)], {
    timeZone: "Europe/Paris",
    locale: "fr",
  });
  expect(mapping.people?.map(({ column }) => column)).toEqual(identifies ? [name] : []);
});

test("[I27] what a sample cannot tell is a doubt", () => {
  const { mapping, doubts } = propose([sample("x.csv", "date,shop\n01/02/2024,Lyon\n03/04/2024,Paris\n")], {
    timeZone: "Europe/Paris",
    locale: "fr",
  });
  expect(mapping).toMatchObject({ people: [], files: { x: { dates: "dd/mm/yyyy" } } });
  expect(doubts.map(({ code }) => code)).toEqual(["dates_ambiguous", "no_person"]);
});

test("[I27] files without a date still get a mapping to correct", () => {
  const { doubts } = propose([sample("x.csv", "shop\nLyon\n")], { timeZone: "Europe/Paris", locale: "fr" });
  expect(doubts.map(({ code }) => code)).toContain("no_date");
});
