import { holdsCards, limits } from "../document.ts";
import { emotionId } from "../edit.ts";
import type { DocumentDraft, Lane, LaneKind } from "../model.ts";
import { newJourneyDraft } from "../template.ts";
import { collectNames } from "./collect-names.ts";
import { type FramingRow, readFraming, writeFraming } from "./framing.ts";
import { laneKindOf } from "./grid.ts";
import { formatName, formatVersion, JourneyFile } from "./journey-file.ts";
import { readCardDetails, readPlacementDetails } from "./read-details.ts";
import { refused } from "./refusal.ts";
import {
  columnPlaces,
  expectNumber,
  expectOneOf,
  expectText,
  readTable,
  type FileLocale,
  type Sheet,
  type TableRow,
  writeTable,
} from "./table.ts";
import { elementWords, laneWords, linkWords, listTable, stateWords } from "./tables.ts";
import { cardValues, placementValues, sayer } from "./write-workbook.ts";

type Row = TableRow<keyof typeof listTable.columns>;
/** The map as far as it has been read. */
type Listed = DocumentDraft & { emotions: NonNullable<DocumentDraft["emotions"]> };

/** A journey as one table, a row a thing agreed before, step, touchpoint, emotion, card or link. */
export function writeList(file: JourneyFile, locale: FileLocale): Sheet {
  const { document } = file;
  const say = sayer(file, locale);
  const laneOf = new Map(document.lanes.map((lane) => [lane.id, lane]));
  const element = (kind: keyof typeof elementWords) => ({ element: elementWords[kind][locale] });
  const [placements, emotions, cards] = [document.placements, document.emotions, document.cards].map((list) =>
    Map.groupBy<string, { stepId: string }>(list, ({ stepId }) => stepId),
  ) as [
    Map<string, typeof document.placements>,
    Map<string, typeof document.emotions>,
    Map<string, typeof document.cards>,
  ];
  const rows = document.steps.flatMap((step) => {
    const place = { stage: say.stage(step.id), step: step.name };
    return [
      { ...element("step"), ...place, selfScore: step.selfScore },
      ...(placements.get(step.id) ?? []).map((placement) => ({
        ...element("touchpoint"),
        ...place,
        laneKind: laneWords.touchpoint[locale],
        text: say.touchpoint(placement.touchpointId),
        ...placementValues(file, placement, locale, say),
      })),
      ...(emotions.get(step.id) ?? []).map(({ personaId, state, value }) => ({
        ...element("emotion"),
        ...place,
        emotion: value,
        state: stateWords[state][locale],
        personas: personaId === null ? "" : say.persona(personaId),
      })),
      ...(cards.get(step.id) ?? []).map((card) => {
        const lane = laneOf.get(card.laneId);
        const kind = lane === undefined ? "" : laneWords[lane.kind][locale];
        return {
          ...element("card"),
          ...place,
          lane: say.lane(lane),
          laneKind: kind,
          text: card.text,
          ...cardValues(card, say),
        };
      }),
    ];
  });
  const framing = writeFraming(file, locale)
    .filter(({ said }) => said !== "")
    .map(({ subject, said }) => ({ ...element("framing"), lane: subject, text: said }));
  const links = document.links.map(({ kind, name, fromStepId, toStepId }) => ({
    ...element("link"),
    stage: say.stage(fromStepId),
    step: say.step(fromStepId),
    text: name,
    link: linkWords[kind][locale],
    toStep: say.step(toStepId),
  }));
  return writeTable(listTable, locale, [...framing, ...rows, ...links]);
}

/** Whether the first row of a table names a step and what is said of it. */
export function isList({ rows }: Sheet): boolean {
  const places = columnPlaces(listTable, rows[0] ?? []);
  return places.has("step") && (places.has("text") || places.has("element") || places.has("lane"));
}

/**
 * Reads such a table, or one that has only the columns of a step, a lane and a text.
 * @throws FileRefused naming the cell.
 */
export function readListTable(sheet: Sheet, fallbackName: string, newId: () => string): JourneyFile {
  const names = collectNames(newId);
  const { lanes: usual } = newJourneyDraft("", "journey", newId);
  const document: Listed = {
    name: fallbackName,
    stages: [],
    steps: [],
    lanes: [],
    cards: [],
    placements: [],
    emotions: [],
  };
  const personas = new Set<string>();
  const framing: FramingRow[] = [];
  const links: Row[] = [];
  for (const row of readTable(listTable, sheet)) {
    const kind = elementOf(row);
    if (kind === "framing")
      framing.push({ subject: row.text("lane"), said: row.text("text"), where: row.where("text") });
    else if (kind === "link") links.push(row);
    else {
      const stepId = stepOf(document, row, newId);
      if (kind === "touchpoint") addPlacement(row, stepId);
      else if (kind === "emotion") addEmotion(row, stepId);
      else if (kind === "card") addCard(row, stepId);
    }
  }
  // Every step is known by now.
  document.links = links.flatMap((row) => linkOf(document, row, newId));
  const { head, said } = readFraming(framing);
  if (document.steps.length === 0) throw refused("empty", sheet.name, "there is no step in it");
  const isShown = (kind: LaneKind) => document.lanes.some((lane) => lane.kind === kind);
  if (document.emotions.length > 0) document.lanes.unshift({ id: newId(), kind: "emotion", name: "" });
  document.lanes.unshift(...usual.filter(({ kind }) => !holdsCards(kind) && !isShown(kind)));
  document.personas = [...personas].slice(0, limits.personas).map((id) => ({ id }));
  return JourneyFile.parse({
    format: formatName,
    version: formatVersion,
    journey: head,
    document: { ...document, ...said, name: said.name.trim() === "" ? fallbackName : said.name },
    names: names.names(),
  });

  function addPlacement(row: Row, stepId: string): void {
    const touchpointId = names.touchpoint(expectText(row.text("text"), row.where("text"), 120), row);
    const isThere = document.placements.some((each) => each.stepId === stepId && each.touchpointId === touchpointId);
    if (touchpointId === null || isThere) return;
    addTo(document, "placements", { id: newId(), stepId, touchpointId, ...readPlacementDetails(row) }, row);
  }

  function addEmotion(row: Row, stepId: string): void {
    const value = expectNumber(row.text("emotion"), row.where("emotion"), { min: -2, max: 2 });
    const personaId = names.persona(row.text("personas"));
    const state = expectOneOf(stateWords, row.text("state"), row.where("state")) ?? "lived";
    const place = { personaId, state, stepId };
    const id = emotionId(place);
    if (value === null || document.emotions.some((point) => point.id === id)) return;
    if (personaId !== null) personas.add(personaId);
    addTo(document, "emotions", { id, ...place, value }, row);
  }

  function addCard(row: Row, stepId: string): void {
    const lane = laneOf(document, row, newId);
    const text = expectText(row.text("text"), row.where("text"), limits.text);
    document.cards.push({ id: newId(), stepId, laneId: lane.id, text, ...readCardDetails(row, names) });
  }
}

/** A link between the first steps of these names; none where a step is not there. */
function linkOf({ steps }: DocumentDraft, row: Row, newId: () => string): NonNullable<DocumentDraft["links"]> {
  const kind = expectOneOf(linkWords, row.text("link"), row.where("link"));
  const [from, to] = (["step", "toStep"] as const).map((end) => steps.find(({ name }) => name === row.text(end)));
  if (kind === null || from === undefined || to === undefined) return [];
  const name = expectText(row.text("text"), row.where("text"), limits.name);
  return [{ id: newId(), kind, fromStepId: from.id, toStepId: to.id, name }];
}

function elementOf(row: Row): keyof typeof elementWords {
  const said = expectOneOf(elementWords, row.text("element"), row.where("element"));
  if (said !== null) return said;
  if (row.text("emotion").trim() !== "") return "emotion";
  if (row.text("text").trim() === "") return "step";
  return laneKindOf(row.text("laneKind") || row.text("lane")) === "touchpoint" ? "touchpoint" : "card";
}

/** The step that a row names, made when it is the first to name it. */
function stepOf(document: Listed, row: Row, newId: () => string): string {
  const [stageName, name] = (["stage", "step"] as const).map((column) =>
    expectText(row.text(column), row.where(column), limits.name),
  ) as [string, string];
  const last = document.stages.at(-1);
  const stage =
    document.stages.find((each) => each.name === stageName) ??
    (stageName === "" ? last : undefined) ??
    addTo(document, "stages", { id: newId(), name: stageName }, row);
  const known = document.steps.find((step) => step.stageId === stage.id && step.name === name);
  if (known !== undefined) return known.id;
  const selfScore = expectNumber(row.text("selfScore"), row.where("selfScore"), { min: 1, max: 5, whole: true });
  return addTo(document, "steps", { id: newId(), stageId: stage.id, name, selfScore }, row).id;
}

function laneOf(document: Listed, row: Row, newId: () => string): { id: string } {
  const label = expectText(row.text("lane"), row.where("lane"), limits.name).trim();
  const said = expectOneOf(laneWords, row.text("laneKind"), row.where("laneKind")) ?? laneKindOf(label);
  const kind: Lane["kind"] = holdsCards(said) ? said : "free";
  const isUsual = [laneWords[kind].en, laneWords[kind].fr, ""].includes(label);
  const name = isUsual ? "" : label;
  const known = document.lanes.find((lane) => lane.kind === kind && lane.name === name);
  return known ?? addTo(document, "lanes", { id: newId(), kind, name }, row);
}

/** Adds what a row says; the row that would be too many ends the reading. */
function addTo<List extends "stages" | "steps" | "lanes" | "placements" | "emotions">(
  document: Listed,
  list: List,
  item: Listed[List][number],
  row: Row,
): Listed[List][number] {
  const items: Listed[List][number][] = document[list];
  if (items.length >= limits[list]) throw refused("tooMany", row.where("step"), `${limits[list]} ${list} are the most`);
  items.push(item);
  return item;
}
