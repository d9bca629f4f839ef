import type { JourneyMeasures, Score } from "#insight/model.ts";
import type { Library } from "#touchpoint/model.ts";
import { type DocumentDraft, JourneyDocument } from "../model.ts";
import { mapInput, type MapInput } from "./input.ts";

const stageNames = ["Inspiration", "Projet", "Achat", "Livraison et pose", "Usage"];
const stepNames = [
  "Je découvre l’idée",
  "Je cherche des idées",
  "Je mesure ma pièce",
  "Je compare et je demande conseil",
  "Je fais mon devis en ligne",
  "Je prends rendez-vous en magasin",
  "Je relis mon devis avec un conseiller",
  "Je commande et je paie",
  "J’attends ma livraison",
  "Je reçois ma commande",
  "Je pose, je me fais aider",
  "Je signale une pièce manquante",
  "Je cuisine enfin",
  "J’en parle autour de moi",
  "Je reviens pour la suite",
];
const texts = [
  "Le devis perd les mesures si je change d’appareil",
  "On m’annonce trois dates, aucune n’est tenue",
  "Un vendeur qui a posé lui-même sa cuisine me dessine le plan",
  "Rappel promis, jamais venu",
  "Une seule date, tenue",
  "Je compare trois enseignes le soir, à la maison, sur le canapé",
];
const lanes = [
  "action",
  "touchpoint",
  "measure",
  "emotion",
  "think",
  "irritant",
  "delight",
  "expectation",
  "interactionLine",
  "frontOffice",
  "visibilityLine",
  "backOffice",
  "opportunity",
] as const;

const uuid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;

export const sampleLibrary: Library = {
  channels: ["Magasin", "Site web", "Téléphone", "SMS"].map((name, at) => ({
    id: uuid(at),
    key: `c${at}`,
    name,
    kind: "other" as const,
  })),
  teams: [],
  touchpoints: stepNames.flatMap((_, at) =>
    [0, 1].map((nth) => ({
      id: uuid(100 + 2 * at + nth),
      key: `t${at}-${nth}`,
      name: nth === 0 ? `Conseil en rayon cuisine ${at + 1}` : "Suivi",
      channelId: uuid((at + nth) % 4),
      teamId: null,
      initiator: "customer" as const,
    })),
  ),
};

/** A map of fifteen steps with everything that a map can hold. */
export const sampleDraft: DocumentDraft = {
  name: "Rénover sa cuisine",
  isCycle: true,
  stages: stageNames.map((name, at) => ({ id: `g${at}`, name, phase: at === 2 ? "conversion" : null })),
  steps: stepNames.map((name, at) => ({
    id: `s${at}`,
    stageId: `g${Math.floor(at / 3)}`,
    name,
    selfScore: at === 4 ? 2 : null,
  })),
  lanes: lanes.map((kind) => ({ id: kind, kind, name: "" })),
  cards: lanes
    .filter((kind) => !["touchpoint", "measure", "emotion", "interactionLine", "visibilityLine"].includes(kind))
    .flatMap((laneId, row) =>
      stepNames.flatMap((_, at) =>
        (at * 7 + row * 3) % 4 === 0 || (at + row) % 5 === 0
          ? [
              {
                id: `${laneId}-${at}`,
                laneId,
                stepId: `s${at}`,
                text: texts[(at + row) % texts.length] ?? "",
                span: laneId === "backOffice" && at === 6 ? 4 : 1,
                severity: laneId === "irritant" ? 1 + (at % 5) : null,
                frequency: laneId === "irritant" ? 3 : null,
                isMet: laneId === "expectation" ? at % 2 === 0 : null,
                value: laneId === "opportunity" ? 4 : null,
                effort: laneId === "opportunity" ? 2 : null,
                personaIds: at === 5 ? ["p1"] : [],
                tags: at === 10 ? ["pose", "aide"] : [],
                evidence: laneId === "irritant" ? "211 verbatims, octobre" : "",
              },
            ]
          : [],
      ),
    ),
  placements: stepNames.flatMap((_, at) =>
    (at % 4 === 3 ? [0, 1] : [0]).map((nth) => ({
      id: `pl${at}-${nth}`,
      stepId: `s${at}`,
      touchpointId: uuid(100 + 2 * at + nth),
      importance: 4,
      momentOfTruth: at === 4 || at === 8,
      expectation: null,
      flag: at === 11 ? ("missing" as const) : at === 7 ? ("redundant" as const) : null,
    })),
  ),
  links: [
    { id: "l1", kind: "return", fromStepId: "s6", toStepId: "s3" },
    { id: "l2", kind: "or", fromStepId: "s4", toStepId: "s7", name: "sans rendez-vous" },
    { id: "l3", kind: "break", fromStepId: "s4", toStepId: "s5", name: "rupture 31 %" },
  ],
  emotions: stepNames.flatMap((_, at) => [
    ...(at === 6
      ? []
      : [
          {
            id: `e${at}`,
            personaId: "p1",
            stepId: `s${at}`,
            value: [0, 1, 0.5, 1.5, -1, 0, 1, 0.5, -1.5][at % 9] ?? 0,
          },
        ]),
    ...(at > 8 ? [{ id: `f${at}`, personaId: "p2", stepId: `s${at}`, value: -0.5 + (at % 3) }] : []),
    ...(at > 2 && at < 12
      ? [{ id: `w${at}`, personaId: null, state: "target" as const, stepId: `s${at}`, value: 1.5 }]
      : []),
  ]),
  personas: [{ id: "p1" }, { id: "p2" }],
};

/** A score with its interval, as the measures give it. */
export function sampleScore(at: number): Score {
  const nps = { metric: "nps" as const, value: 31 - at * 6, low: 25 - at * 6, high: 37 - at * 6 };
  const csat = { metric: "csat" as const, value: 48 + at, low: 44 + at, high: 52 + at };
  const shown = at % 2 === 0 ? nps : csat;
  if (at === 2)
    return { ...shown, n: 3, value: null, low: null, high: null, trust: "hidden", distribution: [], change: null };
  const change = at % 3 === 0 ? { value: -9, low: -12, high: -6, nBefore: 600 } : null;
  return { ...shown, n: 638 + at, trust: at === 10 ? "indicative" : "firm", distribution: [], change };
}

export function sampleMeasures(document: JourneyDocument): JourneyMeasures {
  const figures = (at: number) => ({
    contacts: 8100 - at * 500,
    people: 4000,
    cases: 0,
    answers: 600,
    responseRate: null,
    contactsBefore: null,
    scores: at === 13 ? [] : [sampleScore(at)],
    split: [],
  });
  const atOf = (stepId: string) => Number(stepId.slice(1));
  return {
    journeyId: uuid(1),
    journeyKey: "kitchen",
    from: "2026-10-01",
    to: "2026-10-31",
    before: null,
    splitBy: null,
    touchpoints: document.placements.map(({ id, stepId, touchpointId }) => ({
      ...figures(atOf(stepId)),
      placementId: id,
      stepId,
      touchpointId,
      key: id,
      name: id,
      step: stepId,
    })),
    steps: document.steps.map(({ id, name }) => ({ ...figures(atOf(id)), id, name })),
    stages: [],
    whole: { ...figures(0), contacts: 61_000 },
    priorities: [],
  };
}

export function sampleInput(change: Partial<DocumentDraft> = {}): MapInput {
  const document = JourneyDocument.parse({ ...sampleDraft, ...change });
  return mapInput(
    { document, kind: "journey", state: "lived" },
    {
      day: "2026-11-22",
      library: sampleLibrary,
      personas: [
        { id: "p1", name: "Camille, l’inquiète" },
        { id: "p2", name: "Marc, pressé" },
      ],
      measures: sampleMeasures(document),
    },
  );
}
