import { refused } from "../format/refusal.ts";
import type { Sheet } from "../format/table.ts";
import { unzip } from "./zip.ts";

const most = { sheets: 20, rows: 20_000, cells: 400_000, columns: 300, elements: 500_000 } as const;
const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/**
 * Reads the texts and numbers of a workbook and nothing else of it: formulas are not run, links not followed. A library
 * for whole workbooks would build every cell of a merged or validated range, however large a few bytes claim it to be.
 * @throws FileRefused
 */
export function readXlsx(file: Buffer): Sheet[] {
  const entries = unzip(file, (name) => wanted.test(name));
  const xml = (name: string) => entries.get(name)?.toString("utf8");
  const workbook = xml("xl/workbook.xml");
  if (workbook === undefined) throw refused("notArchive", "", "this archive is not a workbook");
  const targets = new Map(
    elements(xml("xl/_rels/workbook.xml.rels") ?? "", "Relationship").map(({ attributes }) => [
      attributes("Id"),
      attributes("Target").replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  const shared = elements(xml("xl/sharedStrings.xml") ?? "", "si").map(({ content }) => richText(content));
  const left = { rows: most.rows, cells: most.cells };
  return elements(workbook, "sheet")
    .slice(0, most.sheets)
    .map(({ attributes }) => {
      const name = plain(attributes("name"));
      return { name, rows: readRows(name, xml(targets.get(attributes("r:id")) ?? "") ?? "", shared, left) };
    });
}

function readRows(
  sheet: string,
  xml: string,
  shared: readonly string[],
  left: { rows: number; cells: number },
): Sheet["rows"] {
  const rows: Sheet["rows"] = [];
  for (const row of elements(xml, "row")) {
    left.rows -= 1;
    const at = Number(row.attributes("r") || rows.length + 1) - 1;
    if (left.rows < 0 || !(at >= 0 && at < most.rows)) throw refused("tooMany", sheet, `more than ${most.rows} rows`);
    const cells: Sheet["rows"][number] = [];
    for (const { attributes, content } of elements(row.content, "c")) {
      left.cells -= 1;
      const column = columnOf(attributes("r"), cells.length);
      if (left.cells < 0) throw refused("tooMany", sheet, `more than ${most.cells} cells`);
      const value = cellValue(attributes("t"), content, shared);
      if (value === "") continue;
      if (column >= most.columns) throw refused("tooMany", sheet, `more than ${most.columns} columns`);
      cells[column] = value;
    }
    rows[at] = Array.from(cells, (cell) => cell ?? null);
  }
  return Array.from(rows, (row) => row ?? []);
}

/** `BC12` → 54; the next free column when a cell does not say. */
function columnOf(reference: string, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return next;
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellValue(type: string, content: string, shared: readonly string[]): string | number {
  if (type === "inlineStr") return richText(elements(content, "is")[0]?.content ?? "");
  const value = elements(content, "v")[0]?.content ?? "";
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "str") return plain(value);
  if (type === "b") return value === "1" ? "true" : "false";
  if (type === "e" || value === "") return "";
  return Number.isFinite(Number(value)) ? Number(value) : plain(value);
}

/** The runs of a text, without the phonetic hints that some languages add after it. */
function richText(content: string): string {
  const [spoken = ""] = content.split(/<(?:\w{1,20}:)?rPh[\s>]/, 1);
  return elements(spoken, "t")
    .map((run) => plain(run.content))
    .join("");
}

interface Element {
  attributes: (name: string) => string;
  content: string;
}

/**
 * The elements of a name, none within another, whatever prefix their namespace has. Reads the text once.
 * @throws FileRefused `tooMany`: empty ones unfold from next to nothing, and each takes more memory than its letters
 */
function elements(xml: string, name: string): Element[] {
  const open = new RegExp(`<(?:\\w{1,20}:)?${name}(\\s[^<>]*?)?(/?)>`, "g");
  const close = new RegExp(`</(?:\\w{1,20}:)?${name}\\s*>`, "g");
  const found: Element[] = [];
  for (let match = open.exec(xml); match !== null; match = open.exec(xml)) {
    const [, head = "", isEmpty] = match;
    close.lastIndex = open.lastIndex;
    const end = isEmpty === "/" ? null : close.exec(xml);
    if (isEmpty !== "/" && end === null) break;
    const content = end === null ? "" : xml.slice(open.lastIndex, end.index);
    if (end !== null) open.lastIndex = close.lastIndex;
    if (found.length === most.elements) throw refused("tooMany", "", `more than ${most.elements} elements «${name}»`);
    found.push({ attributes: (attribute) => attributeOf(head, attribute), content });
  }
  return found;
}

function attributeOf(head: string, name: string): string {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(head) ?? [];
  return double ?? single ?? "";
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text as it was before it went into XML, and before a spreadsheet escaped what XML cannot hold (`_x000D_`). */
function plain(xml: string): string {
  return xml
    .replaceAll(
      /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
      (whole, hex?: string, decimal?: string, named?: string) => {
        if (named !== undefined) return entities[named] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replaceAll(/_x([0-9a-fA-F]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
