import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvLine } from "../rules/csv.ts";
import { type Files, type ImportWorld, importWorld } from "./import.testing.ts";

const mapping = readFileSync(new URL("../../../examples/olist/mapping.yaml", import.meta.url), "utf8");

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld();
});
afterAll(() => world.close());

/** Orders of every kind, `perKind` of each, with the reviews that each kind gives; every tenth is reviewed twice. */
function olist(perKind: number): {
  files: Files;
  expected: Record<string, { n: number; mean: number }>;
  reviews: number;
} {
  const kinds = {
    "on time": { delivered: "2018-03-10 23:59:59", promised: "2018-03-10 00:00:00", scores: [5, 4] },
    late: { delivered: "2018-03-11 00:00:00", promised: "2018-03-10 00:00:00", scores: [1, 3] },
    undelivered: { delivered: "", promised: "2018-03-10 00:00:00", scores: [2, 1] },
  };
  const orders = [
    "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date",
  ];
  const customers = ["customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state"];
  const reviews = [
    "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
  ];
  const expected: Record<string, { n: number; mean: number }> = {};
  for (const [kind, { delivered, promised, scores }] of Object.entries(kinds)) {
    let sum = 0;
    let n = 0;
    for (let index = 0; index < perKind; index += 1) {
      const order = `${kind.replace(" ", "")}-${index}`;
      orders.push(
        csvLine([
          order,
          `c-${order}`,
          "delivered",
          "2018-03-01 10:00:00",
          "2018-03-01 10:10:00",
          delivered === "" ? "" : "2018-03-03 09:00:00",
          delivered,
          promised,
        ]),
      );
      // Every third customer orders once of each kind.
      customers.push(
        csvLine([`c-${order}`, index % 3 === 0 ? `person-${index}` : `person-${order}`, "01000", "são paulo", "SP"]),
      );
      const times = index % 10 === 0 ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        const score = scores[(index + time) % 2] ?? 0;
        reviews.push(
          csvLine([
            `r${index % 5}-${time}`,
            order,
            String(score),
            time === 0 ? "Título" : "",
            'Não chegou,\n"meu" produto',
            "2018-03-12 00:00:00",
            `2018-03-13 0${time}:10:37`,
          ]),
        );
        sum += score;
        n += 1;
      }
    }
    expected[kind] = { n, mean: sum / n };
  }
  const files = {
    "olist_orders_dataset.csv": `${orders.join("\n")}\n`,
    "olist_customers_dataset.csv": `${customers.join("\n")}\n`,
    "olist_order_reviews_dataset.csv": `${reviews.join("\n")}\n`,
  };
  return { files, expected, reviews: reviews.length - 1 };
}

test("[I1] the Olist mapping makes its journey and its exact figures out of three files", async () => {
  const workspaceId = await world.newWorkspace();
  const { files, expected, reviews } = olist(60);
  const report = await world.run(workspaceId, mapping, files);

  expect(report).toMatchObject({ status: "done", error: null });
  expect(report.counts).toMatchObject({
    rows: 180 + reviews,
    skipped: 0,
    quarantined: 0,
    repeated: 0,
    answers: reviews,
    newAnswers: reviews,
    contacts: 180 * 2 + 120 * 2 + reviews,
    people: 20 + 120,
    newPeople: 140,
    cases: 180,
  });
  const found = await world.ask<{ delivery: string; n: number; mean: number; commented: number }>(
    `SELECT properties['delivery'] AS delivery, toUInt32(count()) AS n, avg(score) AS mean, toUInt32(countIf(comment LIKE '%Não chegou,\\n"meu" produto')) AS commented
     FROM event WHERE workspace_id = {workspaceId:UUID} AND kind = 'answer' AND metric = 'stars' GROUP BY delivery`,
    { workspaceId },
  );
  expect(Object.fromEntries(found.map(({ delivery, n, mean }) => [delivery, { n, mean }]))).toEqual(expected);
  expect(found.every(({ n, commented }) => n === commented)).toBe(true);
  expect(world.journeys.at(-1)).toMatchObject({ key: "olist", name: "Une commande sur Olist" });
  expect(world.journeys.at(-1)?.document.placements).toHaveLength(6);
});

test("[I50] importing the same files again changes nothing", async () => {
  const workspaceId = await world.newWorkspace();
  const { files } = olist(20);
  const first = await world.run(workspaceId, mapping, files);
  const before = await world.ask("SELECT * FROM event WHERE workspace_id = {workspaceId:UUID} ORDER BY event_id", {
    workspaceId,
  });
  const second = await world.run(workspaceId, mapping, files);

  expect(second.counts).toEqual({
    ...first.counts,
    newContacts: 0,
    newAnswers: 0,
    newPeople: 0,
    touchpoints: first.counts?.touchpoints.map((touchpoint) => ({ ...touchpoint, new: 0 })),
  });
  expect(
    await world.ask("SELECT * FROM event WHERE workspace_id = {workspaceId:UUID} ORDER BY event_id", { workspaceId }),
  ).toEqual(before);
});

test("[I51] a dry run counts exactly what the import then makes, and keeps nothing", async () => {
  const workspaceId = await world.newWorkspace();
  const { files } = olist(20);
  const dry = await world.run(workspaceId, mapping, files, { dryRun: true });

  expect(dry.status).toBe("ready");
  expect(await world.ask("SELECT * FROM event WHERE workspace_id = {workspaceId:UUID}", { workspaceId })).toEqual([]);
  const { rows } = await world.stores.pool.query("SELECT count(*) AS n FROM person WHERE workspace_id = $1", [
    workspaceId,
  ]);
  expect(rows).toEqual([{ n: 0 }]);
  expect((await world.run(workspaceId, mapping, files)).counts).toEqual(dry.counts);
});
