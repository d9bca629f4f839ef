import type { ChannelKind, Initiator } from "#touchpoint/model.ts";
import type { JourneyDocument, JourneyKind, LaneKind, Placement, Step } from "./model.ts";

/** The rules of docs/spec/warnings.md, by their numbers. */
const warningRules = [
  "V1",
  "V2",
  "V3",
  "V4",
  "V5",
  "V6",
  "V7",
  "V8",
  "V9",
  "V10",
  "V11",
  "V12",
  "V13",
  "V14",
  "V15",
] as const;
export type WarningRule = (typeof warningRules)[number];

/** What a map should be looked at again for. `subject` is what it is about; `values` fill its sentence. */
export interface Warning {
  rule: WarningRule;
  subject: { kind: "journey" | "stage" | "step" | "placement" | "card"; id: string };
  values: Record<string, string | number>;
}

/** What the library knows of a touchpoint. */
export interface KnownTouchpoint {
  name: string;
  channelId: string | null;
  channelName: string;
  channelKind: ChannelKind | null;
  teamId: string | null;
  teamName: string;
  initiator: Initiator;
}

export interface Checked {
  id: string;
  kind: JourneyKind;
  document: {
    [List in "stages" | "steps" | "lanes" | "cards" | "placements"]: readonly JourneyDocument[List][number][];
  } & Pick<JourneyDocument, "framing">;
  touchpoint: (id: string) => KnownTouchpoint | undefined;
  /** Answers counted at a placement in the period on screen; null while they are not known. */
  answers: ((placementId: string) => number) | null;
  ownerId: string | null;
  reviewedAt: Date | null;
  reviewMonths: number;
  now: Date;
}

/** A map of fewer touchpoints than this says nothing of viewpoints yet. */
const fewPlacements = 3;
/** What facilitators of teams new to mapping are advised (M120). */
const fewSteps = 10;
/** Under this many answers a score is not shown, so it is no evidence either. */
const enoughAnswers = 5;
const severe = 4;

/** Everything that a map should be looked at again for, rule after rule, in reading order. */
export function warningsOf(checked: Checked): Warning[] {
  const found = [
    ...unmeetable(checked),
    ...narrow(checked),
    ...unspoken(checked),
    ...unproven(checked),
    ...untended(checked),
    ...doubled(checked),
    ...forgotten(checked),
  ];
  return found.toSorted((a, b) => warningRules.indexOf(a.rule) - warningRules.indexOf(b.rule));
}

/** V1: nothing to measure and nothing to act on. V14: a stage without a step. */
function unmeetable({ document }: Checked): Warning[] {
  const met = new Set(document.placements.map((placement) => placement.stepId));
  const filled = new Set(document.steps.map((step) => step.stageId));
  return [
    ...document.steps.filter(({ id }) => !met.has(id)).map((step) => about("V1", "step", step.id, { step: step.name })),
    ...document.stages
      .filter(({ id }) => document.steps.length > 0 && !filled.has(id))
      .map((stage) => about("V14", "stage", stage.id, { stage: stage.name })),
  ];
}

/** V2, V3: seen from one channel, or from one team. */
function narrow({ id, document, touchpoint }: Checked): Warning[] {
  const known = document.placements.map((placement) => touchpoint(placement.touchpointId));
  const sole = (idOf: (one: KnownTouchpoint) => string | null, nameOf: (one: KnownTouchpoint) => string) => {
    const said = known.filter((one) => one !== undefined && idOf(one) !== null) as KnownTouchpoint[];
    const isSole = said.length >= fewPlacements && new Set(said.map(idOf)).size === 1;
    return isSole && said[0] !== undefined ? { name: nameOf(said[0]), n: said.length } : null;
  };
  const channel = sole(
    (one) => one.channelId,
    (one) => one.channelName,
  );
  const team = sole(
    (one) => one.teamId,
    (one) => one.teamName,
  );
  return [
    ...(channel === null ? [] : [about("V2", "journey", id, { channel: channel.name, n: channel.n })]),
    ...(team === null ? [] : [about("V3", "journey", id, { team: team.name, n: team.n })]),
  ];
}

/** V4: not in the first person. V5: not named. V9: too long for a team new to mapping. */
function unspoken({ id, kind, document }: Checked): Warning[] {
  const { steps, framing } = document;
  const unnamed = steps.filter((step) => step.name.trim() === "");
  const outside = kind === "blueprint" ? [] : steps.filter(({ name }) => name.trim() !== "" && !isFirstPerson(name));
  return [
    ...outside.map((step) => about("V4", "step", step.id, { step: step.name })),
    ...unnamed.map((step) => about("V5", "step", step.id, {})),
    ...(framing.maturity === "low" && steps.length > fewSteps
      ? [about("V9", "journey", id, { n: steps.length, most: fewSteps })]
      : []),
  ];
}

/** Whether a step is said by the one who lives it, in French or in English: «je», «j’», «nous», «on», “I”, “my”, “we” … */
export function isFirstPerson(name: string): boolean {
  return /(?:^|[^\p{L}])(?:je|j['’]|moi|mon|ma|mes|me|m['’]|nous|notre|nos|on|i|i['’](?:m|ve|d|ll)|my|me|we|our|us)(?:$|[^\p{L}]|(?<=['’]))/iu.test(
    name,
  );
}

/** V6: said to matter without evidence. V13: said to hurt without evidence. */
function unproven({ document, touchpoint, answers }: Checked): Warning[] {
  const proven = new Set(document.cards.filter((card) => card.evidence.trim() !== "").map((card) => card.stepId));
  const matters = ({ importance, momentOfTruth }: Placement) => momentOfTruth || (importance ?? 0) >= severe;
  const isUnproven = (placement: Placement) =>
    answers !== null && answers(placement.id) < enoughAnswers && !proven.has(placement.stepId);
  return [
    ...document.placements
      .filter((placement) => matters(placement) && isUnproven(placement))
      .map((placement) =>
        about("V6", "placement", placement.id, { touchpoint: touchpoint(placement.touchpointId)?.name ?? "" }),
      ),
    ...cardsOf(document, "irritant")
      .filter((card) => (card.severity ?? 0) >= severe && card.evidence.trim() === "")
      .map((card) => about("V13", "card", card.id, { card: card.text, severity: card.severity ?? 0 })),
  ];
}

/** V7: nobody answers for it. V8: not looked through for longer than was said. */
function untended({ id, ownerId, reviewedAt, reviewMonths, now }: Checked): Warning[] {
  const due = reviewedAt === null ? null : monthsAfter(reviewedAt, reviewMonths);
  return [
    ...(ownerId === null ? [about("V7", "journey", id, {})] : []),
    ...(due === null || due <= now ? [about("V8", "journey", id, { months: reviewMonths })] : []),
  ];
}

/** The day a review is due, as its calendar says. */
export function monthsAfter(date: Date, months: number): Date {
  const due = new Date(date);
  due.setUTCMonth(due.getUTCMonth() + months);
  // The 31st of a month that has no 31st: its last day.
  if (due.getUTCDate() !== date.getUTCDate()) due.setUTCDate(0);
  return due;
}

/** V10: the company says twice what is one event to the customer. V11: a channel that is there before and after only. */
function doubled({ document, touchpoint }: Checked): Warning[] {
  const { placements, stages, steps } = document;
  const said = placements.flatMap((placement) => {
    const known = touchpoint(placement.touchpointId);
    return known === undefined || placement.flag === "missing" ? [] : [{ placement, known }];
  });
  const told = Map.groupBy(
    said.filter(({ known }) => known.initiator === "company" && known.channelId !== null),
    ({ placement, known }) => `${placement.stepId} ${known.channelId}`,
  );
  const stageOf = new Map(steps.map((step) => [step.id, step.stageId]));
  const channelsAt = stages.map(
    ({ id }) =>
      new Map(
        said.flatMap(({ placement, known }) =>
          stageOf.get(placement.stepId) === id && known.channelId !== null
            ? [[known.channelId, known.channelName]]
            : [],
        ),
      ),
  );
  return [
    ...[...told.values()]
      .filter((several) => several.length > 1)
      .map((several) =>
        about("V10", "placement", several[1]?.placement.id ?? "", {
          step: nameOf(steps, several[0]?.placement.stepId),
          touchpoints: several.map(({ known }) => known.name).join(", "),
          channel: several[0]?.known.channelName ?? "",
        }),
      ),
    ...stages.flatMap((stage, index) => {
      const [before, here, after] = [channelsAt[index - 1], channelsAt[index], channelsAt[index + 1]];
      return [...(before ?? [])]
        .filter(([id]) => (here?.size ?? 0) > 0 && here?.has(id) === false && after?.has(id) === true)
        .map(([, channel]) => about("V11", "stage", stage.id, { stage: stage.name, channel }));
    }),
  ];
}

/** V12: a wanted touchpoint without an opportunity. V15: an unmet expectation without one. */
function forgotten({ document, touchpoint }: Checked): Warning[] {
  const answered = new Set(cardsOf(document, "opportunity").map((card) => card.stepId));
  return [
    ...document.placements
      .filter(({ flag, stepId }) => flag === "missing" && !answered.has(stepId))
      .map((placement) =>
        about("V12", "placement", placement.id, { touchpoint: touchpoint(placement.touchpointId)?.name ?? "" }),
      ),
    ...cardsOf(document, "expectation")
      .filter(({ isMet, stepId }) => isMet === false && !answered.has(stepId))
      .map((card) => about("V15", "card", card.id, { card: card.text })),
  ];
}

function cardsOf(document: Checked["document"], kind: LaneKind): JourneyDocument["cards"] {
  const lanes = new Set(document.lanes.filter((lane) => lane.kind === kind).map((lane) => lane.id));
  return document.cards.filter((card) => lanes.has(card.laneId));
}

function nameOf(steps: readonly Step[], id: string | undefined): string {
  return steps.find((step) => step.id === id)?.name ?? "";
}

function about(rule: WarningRule, kind: Warning["subject"]["kind"], id: string, values: Warning["values"]): Warning {
  return { rule, subject: { kind, id }, values };
}
