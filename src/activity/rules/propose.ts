import { keyFrom } from "#touchpoint/rules.ts";
import type { Locale } from "#workspace/model.ts";
import { type DoubtCode, Mapping, type MappingInput, type SniffedColumn } from "../model.ts";
import { proposeJoins } from "./propose-joins.ts";
import type { SniffedSample } from "./sniff.ts";

export interface Proposal {
  mapping: Mapping;
  doubts: { path: string; code: DoubtCode; message: string }[];
}

/** A file under the name the proposal gives it. */
export interface Table {
  alias: string;
  sample: SniffedSample;
  columns: readonly SniffedColumn[];
  dates: readonly SniffedColumn[];
  score: SniffedColumn | null;
}

const names = {
  person: [
    /(customer|client|user|member|membre|patient|visitor|account|compte).*uni(que|q)/i,
    /(customer|client|user|member|membre|adh[ée]rent|patient|visitor|visiteur|account|compte|loyalty|fid[ée]lit[ée]|person)/i,
    /e-?mail|courriel/i,
    /phone|t[ée]l([ée]phone)?$|mobile/i,
  ],
  case: /order|commande|case|ticket|dossier|claim|r[ée]clamation|booking|r[ée]servation|session|contract|contrat|invoice|facture/i,
  /** The likeliest first. */
  touchpoint: [
    /touch.?point|point.?de.?contact/i,
    /activity|activit[ée]|event|[ée]v[ée]nement|action|step|[ée]tape|concept:name/i,
    /page/i,
    /channel|canal/i,
    /type/i,
  ],
  plainPerson:
    /^(?:(?:n[°ºo]\.?|num[ée]ro)[ _-]?(?:de[ _-])?)?(customer|client|user|member|adh[ée]rent|patient|visitor|account|person)[ _-]?(id|no|nr|num|number|num[ée]ro)?$/i,
  /** What an exported event log (XES) calls its case and its activity. */
  loggedCase: /^case:concept:name$|^case[ _-]?id$/i,
  loggedActivity: /^concept:name$|^activity$/i,
  loggedTime: /timestamp|^time/i,
  answered: /answer|r[ée]pon|submit|respon|complet|feedback/i,
  planned: /estimat|promis|expected|planned|pr[ée]vu|due|deadline|limit|target|attendu|[ée]ch[ée]ance/i,
  comment: /comment|verbatim|message|title|titre|remark|remarque|text|avis|opinion|motif|raison/i,
};

/** Proposes a mapping that reads the files as they look; what a sample cannot tell is a doubt, left to a person. */
export function propose(
  files: readonly SniffedSample[],
  { timeZone, locale }: { timeZone: string; locale: Locale },
): Proposal {
  const tables = shortNames(files).map((alias, index): Table => {
    const sample = files[index] as SniffedSample;
    const { columns } = sample.sniffed;
    return {
      alias,
      sample,
      columns,
      dates: columns.filter(({ kind }) => kind === "date"),
      score: columns.find(({ kind }) => kind === "score") ?? null,
    };
  });
  const joins = proposeJoins(tables);
  const records = tables.flatMap(recordOf);
  const people = peopleOf(tables, joins, new Set(records.map(({ file }) => file)));
  const mapping: MappingInput = {
    version: 1,
    name: titleOf(tables[0]?.sample.sniffed.name ?? "Import"),
    timeZone,
    files: Object.fromEntries(tables.map((table) => [table.alias, fileOf(table)])),
    joins: joins.map(({ from, to, column }) => `${from}.${column} = ${to}.${column}`),
    people,
    properties: propertiesOf(tables, labels[locale]),
    records: records.length > 0 ? records : [withoutDate(tables)],
  };
  const journey = journeyOf(mapping, tables);
  return {
    mapping: Mapping.parse({ ...mapping, ...(journey === null ? {} : { journey }) }),
    doubts: doubtsOf(tables, people.length === 0, records.length === 0),
  };
}

/** `olist_orders_dataset.csv` → `Olist orders dataset`. */
function titleOf(file: string): string {
  const words = file
    .replace(/(?:\.\w{1,4})+$/, "")
    .replaceAll(/[_-]+/g, " ")
    .trim()
    .slice(0, 120);
  return words.charAt(0).toUpperCase() + words.slice(1) || "Import";
}

/** Names of files without the words that all of them share: `olist_orders_dataset`, `olist_customers_dataset` → `orders`, `customers`. */
function shortNames(files: readonly SniffedSample[]): string[] {
  const words = files.map(({ sniffed }) => sniffed.alias.split("_"));
  const shared = new Set(
    files.length < 2 ? [] : words[0]?.filter((word) => words.every((each) => each.includes(word))),
  );
  const used = new Set<string>();
  return words.map((each, index) => {
    const short = each.filter((word) => !shared.has(word)).join("_");
    const wanted = /^[a-z]/i.test(short) ? short : each.join("_");
    const alias = used.has(wanted) ? `${wanted.slice(0, 36)}_${index + 1}` : wanted;
    used.add(alias);
    return alias;
  });
}

function fileOf({ sample: { sniffed }, dates }: Table): MappingInput["files"][string] {
  const formats = new Set(dates.map(({ dateFormat }) => dateFormat ?? "iso"));
  const [only = "iso"] = formats;
  return {
    file: sniffed.name,
    separator: sniffed.separator,
    encoding: sniffed.encoding,
    header: sniffed.header,
    decimal: sniffed.decimal,
    dates:
      formats.size < 2 ? only : Object.fromEntries(dates.map(({ name, dateFormat }) => [name, dateFormat ?? "iso"])),
  };
}

function recordOf({ alias, columns, dates, score }: Table): MappingInput["records"] {
  const lived = dates.filter(({ name }) => !names.planned.test(name));
  const [first] = lived;
  if (first === undefined) return [];
  const identifiers = columns.filter(({ kind }) => kind === "identifier");
  const categories = columns.filter(({ kind }) => kind === "category");
  const named = (patterns: readonly RegExp[]) =>
    patterns.flatMap((pattern) => categories.filter(({ name }) => pattern.test(name)))[0]?.name;
  const touchpointIn = (column: string | undefined) => (column === undefined ? key(alias) : { column });
  const caseColumn = identifiers.find(({ name }) => names.case.test(name));
  const inCase = caseColumn === undefined ? {} : { case: caseColumn.name };
  if (score !== null) {
    const when = lived.find(({ name }) => names.answered.test(name)) ?? lived.at(-1) ?? first;
    const comment = columns
      .filter(
        ({ name, kind }) => names.comment.test(name) && (kind === "text" || kind === "category" || kind === "empty"),
      )
      .map(({ name }) => name);
    // Only a column that says so: a channel or a type tells more about an answer than about where it was given.
    return [
      {
        shape: "answer",
        file: alias,
        touchpoint: touchpointIn(named(names.touchpoint.slice(0, 1))),
        when: when.name,
        metric: score.metric ?? "stars",
        score: score.name,
        ...(comment.length > 0 ? { comment } : {}),
        ...inCase,
      },
    ];
  }
  const loggedCase = columns.find(({ name }) => names.loggedCase.test(name));
  const activity = named([names.loggedActivity]);
  if (loggedCase !== undefined && activity !== undefined) {
    const when = lived.find(({ name }) => names.loggedTime.test(name)) ?? first;
    return [
      { shape: "contact", file: alias, touchpoint: { column: activity }, when: when.name, case: loggedCase.name },
    ];
  }
  const ofCase = caseColumn ?? identifiers[0];
  if (lived.length > 1 && ofCase !== undefined) {
    const contacts = lived.map(({ name }) => ({ touchpoint: key(withoutDateWords(name, columns)), when: name }));
    return [{ shape: "case", file: alias, case: ofCase.name, contacts }];
  }
  return [
    { shape: "contact", file: alias, touchpoint: touchpointIn(named(names.touchpoint)), when: first.name, ...inCase },
  ];
}

/** Nothing is dated: the form must show something to correct. */
function withoutDate([table]: readonly Table[]): MappingInput["records"][number] {
  return {
    shape: "contact",
    file: table?.alias ?? "file",
    touchpoint: key(table?.alias ?? ""),
    when: table?.columns[0]?.name ?? "1",
  };
}

const key = (text: string): string => keyFrom(text, "contact");

/** `order_delivered_customer_date` among columns of orders → `delivered customer`. */
function withoutDateWords(name: string, columns: readonly SniffedColumn[]): string {
  const words = name.split(/[\W_]+/);
  const isCommon = (word: string): boolean =>
    columns.filter((column) => column.name.split(/[\W_]+/)[0] === word).length > columns.length / 2;
  const kept = words.filter(
    (word, index) =>
      !/^(date|timestamp|time|datetime|at|on|le|de|du|d|heure|horodatage)$/i.test(word) &&
      !(index === 0 && isCommon(word)),
  );
  return kept.join(" ") || name;
}

/** The best identifier of a person for each file that has records, looked for in the file itself and where joins lead. */
function peopleOf(
  tables: readonly Table[],
  joins: readonly { from: string; to: string }[],
  recorded: ReadonlySet<string>,
): NonNullable<MappingInput["people"]> {
  const found = new Map<string, NonNullable<MappingInput["people"]>[number]>();
  for (const { alias } of tables.filter((table) => recorded.has(table.alias))) {
    const reached = reachedFrom(alias, joins);
    const near = tables.filter((table) => reached.has(table.alias));
    const best = names.person.flatMap((pattern, rank) =>
      near.flatMap((table) =>
        table.columns
          .filter((column) => pattern.test(column.name) && identifies(column, table.sample.sniffed.rows))
          .map(({ name }) => ({ table, name, rank })),
      ),
    )[0];
    if (best === undefined) return [];
    const column = tables.length > 1 ? `${best.table.alias}.${best.name}` : best.name;
    found.set(column, {
      kind: ["customer", "customer", "email", "phone"][best.rank] ?? "customer",
      column,
      store: "hashed",
    });
  }
  return [...found.values()];
}

/** A column called `client` or `N° client` identifies, whatever it holds, unless it sorts clients into a few kinds. */
function identifies({ kind, name, distinct }: SniffedColumn, rows: number): boolean {
  if (kind === "identifier") return true;
  if (!names.plainPerson.test(name)) return false;
  return kind === "number" || ((kind === "category" || kind === "text") && distinct > rows / 10);
}

function reachedFrom(alias: string, joins: readonly { from: string; to: string }[]): Set<string> {
  const reached = new Set([alias]);
  for (const each of reached) for (const { from, to } of joins) if (from === each) reached.add(to);
  return reached;
}

const mostProperties = 8;

const labels = {
  en: { kept: "on time", broken: "late", undelivered: "undelivered", missing: "missing" },
  fr: { kept: "à l’heure", broken: "en retard", undelivered: "non livré", missing: "absent" },
} as const satisfies Record<Locale, unknown>;

function propertiesOf(
  tables: readonly Table[],
  said: (typeof labels)[Locale],
): NonNullable<MappingInput["properties"]> {
  const properties: NonNullable<MappingInput["properties"]> = {};
  const named = (alias: string, name: string): string => (tables.length > 1 ? `${alias}.${name}` : name);
  for (const { alias, dates, score } of tables) {
    const planned = dates.find(({ name }) => names.planned.test(name));
    const lived = dates.filter(({ name }) => !names.planned.test(name)).at(-1);
    if (planned === undefined || lived === undefined || score !== null) continue;
    const isDelivery = /deliver|livr/i.test(lived.name);
    properties[isDelivery ? "delivery" : "punctuality"] = {
      compare: [named(alias, lived.name), named(alias, planned.name)],
      by: "day",
      before: said.kept,
      same: said.kept,
      after: said.broken,
      firstMissing: isDelivery ? said.undelivered : said.missing,
    };
  }
  const columns = tables.flatMap(({ alias, columns: all }) =>
    all
      .filter(
        ({ kind, distinct, name }) =>
          kind === "category" && distinct > 1 && distinct <= 20 && !names.comment.test(name),
      )
      .map(({ name }) => ({ alias, name })),
  );
  for (const { alias, name } of columns.slice(0, mostProperties))
    properties[name in properties ? `${alias} ${name}` : name] = named(alias, name);
  return properties;
}

/** One step for each touchpoint, in the order in which cases and rows meet them. */
function journeyOf(mapping: MappingInput, tables: readonly Table[]): NonNullable<MappingInput["journey"]> | null {
  const touchpoints = new Map<string, string>();
  for (const record of mapping.records) {
    if (record.shape === "case") for (const { touchpoint } of record.contacts) touchpoints.set(touchpoint, touchpoint);
    else if (typeof record.touchpoint === "string") touchpoints.set(record.touchpoint, record.touchpoint);
    else {
      const cells = tables.find(({ alias }) => alias === record.file)?.sample.cells.get(record.touchpoint.column) ?? [];
      for (const cell of new Set(cells.map((each) => each.trim())))
        if (keyFrom(cell, "") !== "") touchpoints.set(keyFrom(cell, ""), cell);
    }
  }
  const steps = [...touchpoints].slice(0, 60).map(([touchpoint, text]) => {
    const name = (text.charAt(0).toUpperCase() + text.slice(1).replaceAll(/[-_]+/g, " ")).slice(0, 120);
    return { name, touchpoints: [{ key: touchpoint, name }] };
  });
  if (steps.length === 0) return null;
  return { key: key(mapping.name), name: mapping.name, stages: [{ name: { en: "Journey", fr: "Parcours" }, steps }] };
}

function doubtsOf(tables: readonly Table[], isAnonymous: boolean, isUndated: boolean): Proposal["doubts"] {
  const doubts: Proposal["doubts"] = [];
  for (const { alias, dates, score, sample } of tables) {
    for (const { name, certain } of dates) {
      if (!certain)
        doubts.push({
          path: `files.${alias}.dates`,
          code: "dates_ambiguous",
          message: `every ${name} of the sample can be dd/mm/yyyy or mm/dd/yyyy`,
        });
    }
    if (score !== null)
      doubts.push({
        path: `files.${alias}`,
        code: "score_guessed",
        message: `${score.name} is taken for ${score.metric ?? "stars"} by its name and its range`,
      });
    if (!sample.sniffed.header)
      doubts.push({ path: `files.${alias}.header`, code: "no_header", message: "the first row looks like data" });
  }
  if (isAnonymous) doubts.push({ path: "people", code: "no_person", message: "no column says whose rows these are" });
  if (isUndated) doubts.push({ path: "records.0.when", code: "no_date", message: "no column looks like a date" });
  return doubts;
}
