import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDocument } from "../apply.ts";
import { readDocument } from "../document.ts";
import { anyFile, counter, inOrder } from "../format/journey-file.testing.ts";
import { readWorkbook } from "../format/read-workbook.ts";
import { JourneyFile } from "../format/journey-file.ts";
import { measureCells, measureSheet } from "../format/measure-sheet.ts";
import { FileRefused } from "../format/refusal.ts";
import type { Sheet } from "../format/table.ts";
import { writeWorkbook } from "../format/write-workbook.ts";
import { JourneyDocument } from "../model.ts";
import { sampleDraft, sampleLibrary, sampleMeasures, sampleScore } from "../render/sample.testing.ts";
import { readXlsx } from "./read-xlsx.ts";
import { writeXlsx } from "./write-xlsx.ts";

/** A ZIP archive of one deflated file that claims whatever size. */
function archive(files: Record<string, Buffer>): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += head.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function workbookOf(sheet: string): Buffer {
  return archive({
    "xl/workbook.xml": Buffer.from('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": Buffer.from(
      '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    ),
    "xl/worksheets/s.xml": Buffer.from(sheet),
  });
}

function problemOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof FileRefused) return error.problems[0]?.code ?? "";
    throw error;
  }
  return "none";
}

test.each(["fr", "en"] as const)(
  "[F10] a map that leaves as XLSX (%s) and comes back is the same map",
  async (locale) => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const sheets = readXlsx(await writeXlsx(writeWorkbook(file, locale), locale));
        const back = readWorkbook(sheets, "", counter());
        expect(inOrder({ ...back, document: readDocument(createDocument(back.document)) })).toEqual(inOrder(file));
      }),
      { numRuns: 25 },
    );
  },
  120_000,
);

test("[F19] figures stand in the workbook to be read, and the map that comes back is the same", async () => {
  const document = JourneyDocument.parse(sampleDraft);
  const measures = sampleMeasures(document);
  const names = { ...sampleLibrary, personas: [{ id: "p1", name: "Camille", summary: "" }] };
  const file = JourneyFile.parse({ format: "parcours.journey", version: 2, document, names });
  const written = [
    ...writeWorkbook(file, "fr", measureCells(file, measures, "fr")),
    measureSheet(file, measures, "fr"),
  ];
  const sheets = readXlsx(await writeXlsx(written, "fr"));
  const said = sheets[0]?.rows.find(([id]) => id === "measure") ?? [];
  expect(said[2]).toBe("NPS +31 ±6 (n 638)\n8\u202f100 contacts");
  expect(sheets.at(-1)?.rows[1]?.slice(2)).toEqual([
    "Conseil en rayon cuisine 1",
    null,
    8100,
    "NPS",
    31,
    25,
    37,
    638,
    null,
    "2026-10-01",
    "2026-10-31",
  ]);
  const back = (sheets: Sheet[]) => inOrder(readWorkbook(sheets, "", counter()));
  expect(back(sheets)).toEqual(back(readXlsx(await writeXlsx(writeWorkbook(file, "fr"), "fr"))));
});

test.each([
  ["fr", "ces5", 3.65, "CES (1–5)", 3.7, "CES (1–5) 3,7 ±0,4 (n 40)"],
  ["en", "ces5", 3.65, "CES (1–5)", 3.7, "CES (1–5) 3.7 ±0.4 (n 40)"],
  ["fr", "yesNo", 75, "Oui/non", 75, "Oui/non 75\u202f% ±0,4 (n 40)"],
  ["en", "yesNo", 75, "Yes/no", 75, "Yes/no 75% ±0.4 (n 40)"],
] as const)(
  "[F19] in %s, %s of %d has its name and unit on both sheets",
  (locale, metric, value, name, shown, said) => {
    const document = JourneyDocument.parse(sampleDraft);
    const file = JourneyFile.parse({ format: "parcours.journey", version: 2, document, names: sampleLibrary });
    const { touchpoints, ...rest } = sampleMeasures(document);
    const score = { ...sampleScore(0), metric, n: 40, value, low: value - 0.36, high: value + 0.36 };
    const measures = { ...rest, touchpoints: touchpoints.map((touchpoint) => ({ ...touchpoint, scores: [score] })) };
    expect(measureSheet(file, measures, locale).rows[1]?.slice(5, 7)).toEqual([name, shown]);
    expect([...measureCells(file, measures, locale).values()].join("\n").replaceAll("\u00a0", "\u202f")).toContain(
      said,
    );
  },
);

test("[F13] formulas, entities and shared texts come in as the values that were last seen", () => {
  const sheet =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>WEBSERVICE("http://x")</x:f><x:v>été &lt;b&gt; &#233;</x:v></x:c>' +
    '<x:c r="C1" s="4"/><x:c r="D1"><x:v>1.5</x:v></x:c></x:row><x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t xml:space="preserve"> b_x000D_</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  expect(readXlsx(workbookOf(sheet))).toEqual([
    { name: "A", rows: [["été <b> é", null, null, 1.5], [], [null, "a b\r"]] },
  ]);
});

test("[F18] what is no workbook, is damaged or unfolds without end is refused", () => {
  expect(problemOf(() => readXlsx(Buffer.from("PK hello")))).toBe("notArchive");
  expect(problemOf(() => readXlsx(archive({ "a.txt": Buffer.from("a") })))).toBe("notArchive");
  const damaged = workbookOf("<row/>");
  damaged.fill(7, 40, 60);
  expect(problemOf(() => readXlsx(damaged))).toBe("notArchive");
  expect(problemOf(() => readXlsx(workbookOf(" ".repeat(60 * 1024 * 1024))))).toBe("tooLarge");
});

test("[F18] a workbook of a hundred thousand rows, or of cells far away, is refused", () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  );
  expect(problemOf(() => readXlsx(workbookOf(`<sheetData>${rows.join("")}</sheetData>`)))).toBe("tooMany");
  expect(problemOf(() => readXlsx(workbookOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')))).toBe("tooMany");
  expect(problemOf(() => readXlsx(workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>')))).toBe("tooMany");
});
