import fc from "fast-check";
import { expect, test } from "vitest";
import {
  copyCells,
  copyLanes,
  copySteps,
  htmlOf,
  pasteLimits,
  readClip,
  readTable,
  tableOf,
  writeClip,
  writeTable,
} from "./clipboard.ts";
import { JourneyDocument } from "./model.ts";
import { sheetOf } from "./clipboard.testing.ts";

const document = JourneyDocument.parse({
  name: "Rénover",
  stages: [{ id: "g", name: "Avant" }],
  steps: [
    { id: "s1", stageId: "g", name: "Je compare" },
    { id: "s2", stageId: "g", name: "Je choisis", selfScore: 3 },
  ],
  lanes: [
    { id: "line", kind: "touchpoint", name: "" },
    { id: "pains", kind: "irritant", name: "" },
    { id: "joys", kind: "delight", name: "Joies" },
  ],
  cards: [
    { id: "c1", laneId: "pains", stepId: "s1", text: "Trop de choix", severity: 4, tags: ["web"] },
    { id: "c2", laneId: "pains", stepId: "s1", text: "=1+1" },
    { id: "c3", laneId: "joys", stepId: "s2", text: "Le conseil\ndu vendeur" },
  ],
  placements: [{ id: "p", stepId: "s1", touchpointId: "t", importance: 5, momentOfTruth: true, expectation: null }],
});
const sheet = sheetOf(document);

test("[J100] what is copied from a map comes back whole, whatever its cards say", () => {
  const clip = copySteps(sheet, "w", new Set(["s1", "s2"]));
  expect(readClip(writeClip(clip))).toEqual(clip);
  expect(clip.cells[0]?.[0]?.[0]).toMatchObject({ text: "Trop de choix", severity: 4, tags: ["web"] });
  expect(clip.placements[0]).toMatchObject([{ touchpointId: "t", importance: 5 }]);
  expect(copyLanes(sheet, "w", new Set(["line"])).lanes).toMatchObject([{ kind: "touchpoint" }]);
});

test("[J100] a rectangle is copied without the lanes that hold no cards, and of its cards those that are selected", () => {
  const clip = copyCells(
    sheet,
    "w",
    { laneIds: new Set(["line", "pains"]), stepIds: new Set(["s1"]) },
    (card) => card.id === "c2",
  );
  expect(clip.lanes.map(({ kind }) => kind)).toEqual(["irritant"]);
  expect(clip.cells).toEqual([[[expect.objectContaining({ text: "=1+1" })]]]);
});

test("[J101] a clipboard that is not ours, or not whole, is not read", () => {
  const clip = copyCells(sheet, "w", { laneIds: new Set(["pains"]), stepIds: new Set(["s1"]) });
  expect(readClip("<script>alert(1)</script>")).toBeNull();
  expect(readClip(JSON.stringify({ ...clip, version: 2 }))).toBeNull();
  expect(readClip(JSON.stringify({ ...clip, cells: [] }))).toBeNull();
  expect(readClip(JSON.stringify({ ...clip, lanes: [{ kind: "__proto__", name: "" }] }))).toBeNull();
  expect(readClip(JSON.stringify({ ...clip, cells: [[[{ text: 5 }]]] }))).toBeNull();
});

test("[J102] a table survives the way to a spreadsheet and back, whatever is in its cells", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", '"', "\t", "\n", "=", "'", "-", " ", "<") });
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      expect(readTable(writeTable(rows))).toEqual(rows);
    }),
  );
});

test("[J102] a table is read as spreadsheets and hands write it", () => {
  expect(readTable("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(readTable("une ligne\nune autre")).toEqual([["une ligne"], ["une autre"]]);
  expect(readTable('il dit "oui"\t"deux\nlignes"\t"jamais fermé')).toEqual([
    ['il dit "oui"', "deux\nlignes", '"jamais fermé'],
  ]);
  expect(readTable("\t\n")).toEqual([["", ""]]);
  expect(readTable("")).toEqual([]);
});

test("[J103] no text becomes a formula of the spreadsheet that it is pasted into", () => {
  const rows = tableOf(copyLanes(sheet, "w", new Set(["pains"])), ({ kind }) => kind);
  expect(rows).toEqual([
    ["", "Je compare", "Je choisis"],
    ["irritant", "Trop de choix\n=1+1", ""],
  ]);
  expect(writeTable([["=1+1", "+33 6", "-1", "@a", "'=x"]])).toBe("'=1+1\t'+33 6\t'-1\t'@a\t''=x\n");
});

test("[J103] as HTML every text stays a text", () => {
  expect(htmlOf([['<img src=x onerror="alert(1)">', "a\nb"]])).toBe(
    "<table><tr><td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</td><td>a<br>b</td></tr></table>",
  );
});

test("[J104] more than a map has room for is refused before it is read", () => {
  expect(readTable("x\t".repeat(pasteLimits.cells + 1))).toBeNull();
  expect(readTable("x".repeat(pasteLimits.characters + 1))).toBeNull();
  expect(readTable('"'.repeat(100_001))).toHaveLength(1);
});
