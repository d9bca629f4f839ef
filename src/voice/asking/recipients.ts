import { type CsvRow, csvReader } from "#activity/rules/csv.ts";
import type { Separator } from "#activity/model.ts";
import { Recipient } from "./model.ts";

/** What a pasted list or a file says of whom to ask. */
export interface RecipientList {
  recipients: Recipient[];
  /** Lines in which nobody to write to was found, from 1. */
  unread: { line: number; text: string }[];
  /** Addresses that were there more than once. */
  repeated: number;
}

/** The heads of columns that mean something to us; any other column is a property. */
const heads: Record<string, "email" | "phone" | "language" | "timeZone"> = {
  email: "email",
  "e-mail": "email",
  mail: "email",
  courriel: "email",
  phone: "phone",
  mobile: "phone",
  tel: "phone",
  telephone: "phone",
  language: "language",
  langue: "language",
  timezone: "timeZone",
  "fuseau horaire": "timeZone",
};

/**
 * Reads addresses one a line or in any row, or a table whose first line names its columns. Numbers that begin with 0 are
 * French.
 */
export function readRecipients(text: string): RecipientList {
  const rows = rowsOf(text);
  const [first, ...rest] = rows;
  const names = first?.cells.map((cell) => heads[plain(cell)] ?? cell.trim()) ?? [];
  const hasHeads = names.some((name) => name === "email" || name === "phone");
  const found = hasHeads
    ? rest.map((row) => ({ row, people: [personOf(names, row.cells)] }))
    : rows.map((row) => ({ row, people: peopleIn(row.cells) }));
  const list: RecipientList = { recipients: [], unread: [], repeated: 0 };
  const known = new Set<string>();
  for (const { row, people } of found) {
    const read = people.flatMap((person) => Recipient.safeParse(person).data ?? []);
    if (read.length === 0) list.unread.push({ line: row.line, text: row.cells.join(" ").slice(0, 120) });
    for (const person of read) {
      const address = (person.email ?? person.phone ?? "").toLowerCase();
      if (known.has(address)) list.repeated += 1;
      else list.recipients.push(person);
      known.add(address);
    }
  }
  return list;
}

function rowsOf(text: string): CsvRow[] {
  const [line = ""] = text.split("\n", 1);
  const separators: [Separator, string][] = [
    ["tab", "\t"],
    [";", ";"],
    [",", ","],
  ];
  const [separator] = separators.find(([, sign]) => line.includes(sign)) ?? (["," as const] as const);
  const reader = csvReader(separator);
  return [...reader.push(text.replace(/^\uFEFF/, "")), ...reader.end()].filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ""),
  );
}

/** One person of a row under known heads; what is empty is not said. */
function personOf(names: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const said = names
    .map((name, index) => [name, (cells[index] ?? "").trim()] as const)
    .filter(([name, value]) => name !== "" && value !== "");
  const own = new Map(said.filter(([name]) => Object.values(heads).some((head) => head === name)));
  const properties = Object.fromEntries(said.filter(([name]) => !own.has(name)));
  const [email, phone] = [addressIn(own.get("email") ?? ""), numberIn(own.get("phone") ?? "")];
  return {
    ...(email !== null ? { email } : phone !== null ? { phone } : {}),
    ...(own.has("language") ? { language: own.get("language")?.toLowerCase() } : {}),
    ...(own.has("timeZone") ? { timeZone: own.get("timeZone") } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}

/** Everybody in a row without heads; a language in it is theirs. */
function peopleIn(cells: readonly string[]): Record<string, unknown>[] {
  const language = cells.map((cell) => cell.trim().toLowerCase()).find((cell) => /^[a-z]{2}$/.test(cell));
  return cells.flatMap((cell) => {
    const [email, phone] = [addressIn(cell), numberIn(cell)];
    if (email === null && phone === null) return [];
    return [{ ...(email === null ? { phone } : { email }), ...(language === undefined ? {} : { language }) }];
  });
}

/** `ada@example.com`, also out of `Ada <ada@example.com>`. */
function addressIn(cell: string): string | null {
  return /[^\s<>"',;]+@[^\s<>"',;]+\.[^\s<>"',;]+/.exec(cell)?.[0] ?? null;
}

/** `+33612345678` of a number as people write it; null when it is none. */
export function numberIn(cell: string): string | null {
  const digits = cell.replace(/[\s.\-()]/g, "").replace(/^00/, "+");
  if (/^0[1-9]\d{8}$/.test(digits)) return `+33${digits.slice(1)}`;
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .trim()
    .toLowerCase();
}
