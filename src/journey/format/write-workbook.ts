import { holdsCards } from "../document.ts";
import type { JourneyDocument, Lane, Step } from "../model.ts";
import { writeItems } from "./cell-text.ts";
import { writeFraming } from "./framing.ts";
import { gridMark, marked } from "./grid.ts";
import type { JourneyFile } from "./journey-file.ts";
import { type Bilingual, type FileLocale, type Sheet, type Value, writeList, writeTable } from "./table.ts";
import * as tables from "./tables.ts";

/** What sheets say besides the file: the text of the lane of measures, by step. */
type Measured = ReadonlyMap<string, string>;

/** A journey as sheets: the map as one looks at it, then everything that has no room there, a table each. */
export function writeWorkbook(file: JourneyFile, locale: FileLocale, measured: Measured = new Map()): Sheet[] {
  const say = sayer(file, locale);
  return [
    mapSheet(file, locale, say, measured),
    cardSheet(file, locale, say),
    placementSheet(file, locale, say),
    emotionSheet(file, locale, say),
    linkSheet(file, locale, say),
    stepSheet(file, locale),
    laneSheet(file, locale),
    personaSheet(file, locale),
    framingSheet(file, locale),
  ];
}

/** The columns of the map: every step in its stage, and one column for a stage without steps. */
function mapColumns({ stages, steps }: JourneyDocument) {
  return stages.flatMap((stage) => {
    const own: (Step | null)[] = steps.filter((step) => step.stageId === stage.id);
    return (own.length === 0 ? [null] : own).map((step, index) => ({ stage, step, isFirst: index === 0 }));
  });
}

export interface Say {
  yesNo: (value: boolean | null) => string | null;
  lane: (lane: Lane | undefined) => string;
  step: (id: string) => string;
  stage: (stepId: string) => string;
  touchpoint: (id: string) => string;
  /** The name of a persona, or its id when the name does not tell it from others. */
  persona: (id: string) => string;
}

/** Says what ids stand for. */
export function sayer({ document, names }: JourneyFile, locale: FileLocale): Say {
  const nameById = (items: readonly { id: string; name: string }[]) => {
    const known = new Map(items.map(({ id, name }) => [id, name]));
    return (id: string) => known.get(id) ?? "";
  };
  const [stage, step, touchpoint] = [document.stages, document.steps, names.touchpoints].map(nameById);
  const stageOf = new Map(document.steps.map(({ id, stageId }) => [id, stageId]));
  const personas = Map.groupBy(names.personas, ({ name }) => name);
  return {
    yesNo: (value) =>
      value === null ? null : ({ en: ["no", "yes"], fr: ["non", "oui"] }[locale][Number(value)] ?? null),
    lane: (lane) => (lane === undefined ? "" : lane.name || tables.laneWords[lane.kind][locale]),
    step: step ?? String,
    stage: (stepId) => stage?.(stageOf.get(stepId) ?? "") ?? "",
    touchpoint: touchpoint ?? String,
    persona: (id) => {
      const name = names.personas.find((persona) => persona.id === id)?.name;
      return name !== undefined && personas.get(name)?.length === 1 ? name : id;
    },
  };
}

function mapSheet({ document }: JourneyFile, locale: FileLocale, say: Say, measured: Measured): Sheet {
  const columns = mapColumns(document);
  const rows: Value[][] = [];
  rows[marked.title] = [gridMark, document.name];
  rows[marked.stageIds] = ["", "", ...columns.map(({ stage, isFirst }) => (isFirst ? stage.id : ""))];
  rows[marked.stepIds] = ["", "", ...columns.map(({ step }) => step?.id ?? "")];
  rows[marked.stages] = [
    "",
    tables.stepTable.columns.stage[locale],
    ...columns.map(({ stage, isFirst }) => (isFirst ? stage.name : "")),
  ];
  rows[marked.steps] = ["", tables.stepTable.columns.step[locale], ...columns.map(({ step }) => step?.name ?? "")];
  const cards = Map.groupBy(document.cards, ({ stepId, laneId }) => `${stepId} ${laneId}`);
  const placements = Map.groupBy(document.placements, ({ stepId }) => stepId);
  const emotions = Map.groupBy(document.emotions, ({ stepId }) => stepId);
  const cell = (lane: Lane, stepId: string): string => {
    if (holdsCards(lane.kind)) return writeItems((cards.get(`${stepId} ${lane.id}`) ?? []).map(({ text }) => text));
    if (lane.kind === "touchpoint")
      return writeItems((placements.get(stepId) ?? []).map(({ touchpointId }) => say.touchpoint(touchpointId)));
    if (lane.kind === "measure") return measured.get(stepId) ?? "";
    if (lane.kind !== "emotion") return "";
    return (emotions.get(stepId) ?? [])
      .map(({ personaId, state, value }) => {
        const whose = [
          personaId === null ? "" : say.persona(personaId),
          state === "target" ? tables.stateWords.target[locale] : "",
        ];
        const told = whose.filter((word) => word !== "").join(", ");
        return `${told === "" ? "" : `${told}: `}${value > 0 ? "+" : ""}${value}`;
      })
      .join("\n");
  };
  for (const lane of document.lanes)
    rows.push([lane.id, say.lane(lane), ...columns.map(({ step }) => (step === null ? "" : cell(lane, step.id)))]);
  return { name: tables.mapSheetName[locale], rows };
}

function cardSheet({ document }: JourneyFile, locale: FileLocale, say: Say): Sheet {
  const laneOf = new Map(document.lanes.map((lane) => [lane.id, lane]));
  return writeTable(
    tables.cardTable,
    locale,
    document.cards.map((card) => ({
      stage: say.stage(card.stepId),
      step: say.step(card.stepId),
      lane: say.lane(laneOf.get(card.laneId)),
      text: card.text,
      ...cardValues(card, say),
      imageId: card.imageId,
      stepId: card.stepId,
      laneId: card.laneId,
      cardId: card.id,
    })),
  );
}

/** What is said of a card beside its text and its place. */
export function cardValues(card: JourneyDocument["cards"][number], say: Say) {
  const { span, severity, frequency, evidence, isMet, value, effort, personaIds, tags } = card;
  return {
    span: span === 1 ? null : span,
    severity,
    frequency,
    evidence,
    isMet: say.yesNo(isMet),
    value,
    effort,
    personas: writeList(personaIds.map(say.persona)),
    tags: writeList(tags),
  };
}

function placementSheet(file: JourneyFile, locale: FileLocale, say: Say): Sheet {
  return writeTable(
    tables.placementTable,
    locale,
    file.document.placements.map((placement) => {
      const { touchpoint, channel, team } = touchpointOf(file, placement.touchpointId);
      return {
        stage: say.stage(placement.stepId),
        step: say.step(placement.stepId),
        touchpoint: touchpoint?.name ?? "",
        ...placementValues(file, placement, locale, say),
        touchpointKey: touchpoint?.key ?? "",
        channelKey: channel?.key ?? "",
        channelKind: channel?.kind ?? "",
        teamKey: team?.key ?? "",
        stepId: placement.stepId,
        placementId: placement.id,
        touchpointId: placement.touchpointId,
        channelId: channel?.id ?? "",
        teamId: team?.id ?? "",
      };
    }),
  );
}

function touchpointOf({ names }: JourneyFile, id: string) {
  const touchpoint = names.touchpoints.find((each) => each.id === id);
  return {
    touchpoint,
    channel: names.channels.find((each) => each.id === touchpoint?.channelId),
    team: names.teams.find((each) => each.id === touchpoint?.teamId),
  };
}

/** What is said of a touchpoint at a step, and of the touchpoint itself. */
export function placementValues(
  file: JourneyFile,
  placement: JourneyDocument["placements"][number],
  locale: FileLocale,
  say: Say,
) {
  const { touchpoint, channel, team } = touchpointOf(file, placement.touchpointId);
  return {
    channel: channel?.name ?? "",
    team: team?.name ?? "",
    initiator: said(tables.initiatorWords, touchpoint?.initiator ?? null, locale),
    importance: placement.importance,
    momentOfTruth: placement.momentOfTruth ? say.yesNo(true) : null,
    expectation: placement.expectation,
    selfScore: placement.selfScore,
    flag: said(tables.flagWords, placement.flag, locale),
  };
}

function emotionSheet({ document }: JourneyFile, locale: FileLocale, say: Say): Sheet {
  return writeTable(
    tables.emotionTable,
    locale,
    document.emotions.map(({ id, personaId, state, stepId, value }) => ({
      persona: personaId === null ? "" : say.persona(personaId),
      state: tables.stateWords[state][locale],
      step: say.step(stepId),
      value,
      personaId,
      stepId,
      emotionId: id,
    })),
  );
}

function linkSheet({ document }: JourneyFile, locale: FileLocale, say: Say): Sheet {
  return writeTable(
    tables.linkTable,
    locale,
    document.links.map(({ id, kind, name, fromStepId, toStepId, fromPlacementId, toPlacementId }) => ({
      kind: tables.linkWords[kind][locale],
      fromStep: say.step(fromStepId),
      toStep: say.step(toStepId),
      name,
      fromStepId,
      toStepId,
      fromPlacementId,
      toPlacementId,
      linkId: id,
    })),
  );
}

function stepSheet({ document }: JourneyFile, locale: FileLocale): Sheet {
  return writeTable(
    tables.stepTable,
    locale,
    mapColumns(document).map(({ stage, step }) => ({
      stage: stage.name,
      phase: said(tables.phaseWords, stage.phase, locale),
      step: step?.name ?? "",
      selfScore: step?.selfScore ?? null,
      stageId: stage.id,
      stepId: step?.id ?? "",
    })),
  );
}

function laneSheet({ document }: JourneyFile, locale: FileLocale): Sheet {
  const yes = (value: boolean) => (value ? { en: "yes", fr: "oui" }[locale] : null);
  return writeTable(
    tables.laneTable,
    locale,
    document.lanes.map(({ id, kind, name, isHidden, isCollapsed, isLocked }) => ({
      lane: name || tables.laneWords[kind][locale],
      kind: tables.laneWords[kind][locale],
      name,
      isHidden: yes(isHidden),
      isCollapsed: yes(isCollapsed),
      isLocked: yes(isLocked),
      laneId: id,
    })),
  );
}

function personaSheet({ document, names }: JourneyFile, locale: FileLocale): Sheet {
  const onMap = document.personas.map(({ id }) => id);
  const others = names.personas.map(({ id }) => id).filter((id) => !onMap.includes(id));
  return writeTable(
    tables.personaTable,
    locale,
    [...onMap, ...others].map((id) => {
      const known = names.personas.find((persona) => persona.id === id);
      const isOnMap = onMap.includes(id) ? { en: "yes", fr: "oui" }[locale] : null;
      return { persona: known?.name ?? "", summary: known?.summary ?? "", isOnMap, personaId: id };
    }),
  );
}

function framingSheet(file: JourneyFile, locale: FileLocale): Sheet {
  return writeTable(tables.framingTable, locale, writeFraming(file, locale));
}

function said<Key extends string>(words: Record<Key, Bilingual>, key: Key | null, locale: FileLocale): string | null {
  return key === null ? null : words[key][locale];
}
