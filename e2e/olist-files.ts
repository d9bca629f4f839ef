import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** When an order of each kind came, against the day it was promised for, and the stars its customers gave by turns. */
const kinds = {
  "on time": { delivered: "2018-03-10 18:00:00", stars: [5, 4] },
  late: { delivered: "2018-03-14 09:00:00", stars: [2, 3] },
  undelivered: { delivered: "", stars: [1, 1] },
} as const;
const promised = "2018-03-10 00:00:00";
const ordersOfEach = 10;

/** What the files say, for each kind and together: a mean of stars over so many answers. */
export const olistFigures = {
  whole: { n: 30, value: 2.6667 },
  "on time": { n: 10, value: 4.5 },
  late: { n: 10, value: 2.5 },
  undelivered: { n: 10, value: 1 },
};

/** Writes a small set in the shape of the Olist files into a folder of its own, gone after the test. */
export function writeOlistFiles(): { folder: string; files: string[] } {
  const orders = [
    "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date",
  ];
  const customers = ["customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state"];
  const reviews = [
    "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
  ];
  for (const [kind, { delivered, stars }] of Object.entries(kinds)) {
    for (let index = 0; index < ordersOfEach; index++) {
      const order = `${kind}-${index}`;
      orders.push(
        [
          order,
          `c-${order}`,
          "delivered",
          "2018-03-01 10:00:00",
          "2018-03-01 10:10:00",
          "2018-03-03 09:00:00",
          delivered,
          promised,
        ].join(","),
      );
      customers.push([`c-${order}`, `person-${order}`, "01000", "são paulo", "SP"].join(","));
      reviews.push(
        [
          `r-${order}`,
          order,
          stars[index % 2],
          "",
          '"Chegou,\nmas…"',
          "2018-03-16 00:00:00",
          "2018-03-17 08:10:37",
        ].join(","),
      );
    }
  }
  return writeFiles({
    "olist_orders_dataset.csv": orders.join("\n"),
    "olist_customers_dataset.csv": customers.join("\n"),
    "olist_order_reviews_dataset.csv": reviews.join("\n"),
  });
}

/** Writes files into a folder of their own, gone after the test. */
export function writeFiles(contents: Record<string, string | Uint8Array>): { folder: string; files: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "parcours-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = Object.entries(contents).map(([name, content]) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  });
  return { folder, files };
}
