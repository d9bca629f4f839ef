import { expect, test } from "vitest";
import { sampleInput } from "../../render/sample.testing.ts";
import { addressOf, type Choice, paperOf, previewsOf, sheetsFor } from "./choice.ts";
import { printStyle } from "./print-style.ts";

const choice: Choice = {
  format: "pdf",
  locale: "fr",
  theme: "light",
  orientation: "columns",
  measures: true,
  paper: "fit",
  cut: "none",
  wide: 2,
  scale: 2,
};
const days = { from: "2026-10-01", to: "2026-10-31", splitBy: "delivery", filter: ["region:north", "region:south"] };
const asked = "from=2026-10-01&to=2026-10-31&splitBy=delivery&filter=region%3Anorth&filter=region%3Asouth";

test("[R28, R30] what is previewed is what is asked of the server", () => {
  expect(addressOf("1", { ...choice, paper: "a4", cut: "stages" }, days)).toBe(
    `/api/v1/journeys/1/export.pdf?locale=fr&theme=light&measures=true&${asked}&orientation=columns&paper=a4&cut=stages&wide=2`,
  );
  expect(addressOf("1", { ...choice, format: "pptx", measures: false }, days)).toBe(
    "/api/v1/journeys/1/export.pptx?locale=fr&theme=light&measures=false",
  );
  expect(addressOf("1", { ...choice, format: "xlsx" }, days)).toBe(
    `/api/v1/journeys/1/data.xlsx?locale=fr&measures=true&${asked}`,
  );
  expect(addressOf("1", { ...choice, format: "json" }, days)).toBe("/api/v1/journeys/1/data.json?locale=fr");
  expect(addressOf("1", { ...choice, format: "print" }, days)).toBeNull();
});

test("[R28] each format shows its pages", () => {
  const input = sampleInput();
  const pages = (other: Partial<Choice>) => previewsOf(input, { ...choice, ...other }).pages;
  expect(pages({})).toHaveLength(1);
  expect(pages({ cut: "stages" })).toHaveLength(5);
  // Only a PDF and a print have pages: a picture is one whole.
  expect(pages({ format: "png", cut: "stages", paper: "a4" })).toHaveLength(1);
  expect(pages({ format: "json" })).toEqual([]);
});

test("[R22] a PDF that cannot write every character says so before it is made; slides keep them all", () => {
  const input = sampleInput();
  const foreign = { ...input, document: { ...input.document, name: "改装厨房" } };
  expect(previewsOf(input, choice).isWhole).toBe(true);
  expect(previewsOf(foreign, choice).isWhole).toBe(false);
  expect(previewsOf(foreign, { ...choice, format: "pptx" }).isWhole).toBe(true);
});

test("[R28] a print is on paper that printers have, each sheet on a page of its size", () => {
  const print: Choice = { ...choice, format: "print" };
  expect(paperOf(print)).toBe("a4");
  const [sheet] = sheetsFor(sampleInput(), { ...print, paper: "a3" });
  expect(printStyle(sheet!)).toContain("@page { size: 420mm 297mm; margin: 0 }");
});
