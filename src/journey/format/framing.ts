import { limits } from "../document.ts";
import { type DocumentDraft, type Framing, maturities } from "../model.ts";
import type { JourneyFile, JourneyHead } from "./journey-file.ts";
import { expectOneOf, expectText, expectYesNo, type FileLocale, oneOf, readList, writeList } from "./table.ts";
import * as tables from "./tables.ts";

/** What is said of the journey as a whole, each thing under its word; empty where nothing is said. */
export function writeFraming(
  { journey, document }: JourneyFile,
  locale: FileLocale,
): { subject: string; said: string }[] {
  const { framing } = document;
  const yes = (value: boolean) => (value ? { en: "yes", fr: "oui" }[locale] : "");
  const values: Record<tables.FramingWord, string> = {
    ...framing,
    name: document.name,
    kind: tables.kindWords[journey.kind][locale],
    state: tables.stateWords[journey.state][locale],
    tags: writeList(journey.tags),
    isCycle: yes(document.isCycle),
    isLocked: yes(document.isLocked),
    drivers: writeList(framing.drivers.map((driver) => tables.driverWords[driver][locale])),
    maturity: framing.maturity === null ? "" : tables.maturityWords[framing.maturity][locale],
  };
  const subjects = Object.keys(tables.framingWords) as tables.FramingWord[];
  return subjects.map((subject) => ({ subject: tables.framingWords[subject][locale], said: values[subject] }));
}

/** A thing that is said, and the cell that says it. */
export interface FramingRow {
  subject: string;
  said: string;
  where: string;
}

/** @throws FileRefused naming the cell. */
export function readFraming(rows: readonly FramingRow[]): {
  head: JourneyHead;
  said: Pick<DocumentDraft, "name" | "isCycle" | "isLocked" | "framing">;
} {
  const found = new Map(rows.map((row) => [oneOf(tables.framingWords, row.subject), row]));
  const text = (subject: tables.FramingWord) => found.get(subject)?.said ?? "";
  const where = (subject: tables.FramingWord) => found.get(subject)?.where ?? "";
  const yes = (subject: tables.FramingWord) => expectYesNo(text(subject), where(subject)) === true;
  const free = ["objective", "scope", "outOfScope", "audience", "data", "listening", "team"] as const;
  const words = Object.fromEntries(
    free.map((subject) => [subject, expectText(text(subject), where(subject), limits.text)]),
  ) as Pick<Framing, (typeof free)[number]>;
  const maturity = expectOneOf(tables.maturityWords, text("maturity"), where("maturity"));
  return {
    head: {
      kind: expectOneOf(tables.kindWords, text("kind"), where("kind")) ?? "journey",
      state: expectOneOf(tables.stateWords, text("state"), where("state")) ?? "lived",
      tags: readList(text("tags")),
    },
    said: {
      name: text("name"),
      isCycle: yes("isCycle"),
      isLocked: yes("isLocked"),
      framing: {
        ...words,
        drivers: readList(text("drivers")).flatMap(
          (word) => expectOneOf(tables.driverWords, word, where("drivers")) ?? [],
        ),
        maturity: maturities.find((each) => each === maturity) ?? null,
      },
    },
  };
}
