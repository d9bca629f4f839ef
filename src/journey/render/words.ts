import type { Metric } from "#insight/model.ts";

/** What a drawn map says besides the names of `labels.ts`. */
export interface DrawnWords {
  /** Between what is said and of what. */
  colon: string;
  metric: Record<Metric, string>;
  volume: string;
  contacts: string;
  noAnswers: string;
  tooFew: string;
  indicative: string;
  noContacts: string;
  removedTouchpoint: string;
  removedPersona: string;
  untitled: string;
  met: string;
  unmet: string;
  severity: string;
  frequency: string;
  value: string;
  effort: string;
  evidence: string;
  until: string;
  missing: string;
  redundant: string;
  selfScore: string;
  assumed: string;
  surveyed: string;
  wanted: string;
  below: string;
  asExpected: string;
  above: string;
  unknown: string;
  momentOfTruth: string;
  drawnOn: string;
  answers: string;
  personas: string;
  description: string;
  page: string;
  overview: string;
  paste: string;
  picture: string;
  cycle: string;
  channels: string;
  gap: string;
  stage: string;
  step: string;
  framing: string;
  heaviestFirst: string;
  allDays: string;
  unwritable: string;
  only: string;
  or: string;
  splitBy: string;
  emptyValue: string;
  otherValues: string;
}

const en: DrawnWords = {
  colon: ": ",
  metric: { nps: "NPS", csat: "CSAT", ces: "CES", ces5: "CES (1–5)", stars: "★", yesNo: "Yes/no" },
  volume: "Volume",
  contacts: "contacts",
  noAnswers: "no answers",
  tooFew: "too few",
  indicative: "indicative",
  noContacts: "none",
  removedTouchpoint: "Deleted touchpoint",
  removedPersona: "Deleted persona",
  untitled: "Untitled",
  met: "met",
  unmet: "unmet",
  severity: "Severity",
  frequency: "Frequency",
  value: "Value",
  effort: "Effort",
  evidence: "Evidence",
  until: "until",
  missing: "missing",
  redundant: "redundant",
  selfScore: "self-score",
  assumed: "assumed",
  surveyed: "surveyed, 95% band",
  wanted: "target",
  below: "below expectation",
  asExpected: "as expected",
  above: "above expectation",
  unknown: "not measured",
  momentOfTruth: "moment of truth",
  drawnOn: "drawn on",
  answers: "answers",
  personas: "Personas:",
  description: "{stages} stages, {steps} steps, {lanes} lanes",
  page: "Page",
  overview: "Overview",
  paste: "paste here",
  picture: "Image",
  cycle: "back to the first stage",
  channels: "channels",
  gap: "Gap to expectation",
  stage: "Stage",
  step: "Step",
  framing: "Framing",
  heaviestFirst: "The heaviest first",
  allDays: "all days",
  unwritable: "A character that a PDF cannot write yet; slides and SVG keep it.",
  only: "only",
  or: "or",
  splitBy: "split by",
  emptyValue: "not said",
  otherValues: "other values",
};

const fr: DrawnWords = {
  colon: "\u00A0: ",
  metric: { nps: "NPS", csat: "CSAT", ces: "CES", ces5: "CES (1–5)", stars: "★", yesNo: "Oui/non" },
  volume: "Volumétrie",
  contacts: "contacts",
  noAnswers: "pas de réponse",
  tooFew: "trop peu",
  indicative: "indicatif",
  noContacts: "aucun",
  removedTouchpoint: "Point de contact supprimé",
  removedPersona: "Persona supprimé",
  untitled: "Sans titre",
  met: "satisfaite",
  unmet: "non couverte",
  severity: "Gravité",
  frequency: "Fréquence",
  value: "Valeur",
  effort: "Effort",
  evidence: "Preuve",
  until: "jusqu’à",
  missing: "manquant",
  redundant: "redondant",
  selfScore: "auto-évaluation",
  assumed: "supposée",
  surveyed: "mesurée, bande à 95 %",
  wanted: "cible",
  below: "sous l’attente",
  asExpected: "à l’attente",
  above: "au-dessus de l’attente",
  unknown: "non mesuré",
  momentOfTruth: "moment de vérité",
  drawnOn: "dessiné le",
  answers: "réponses",
  personas: "Personas :",
  description: "{stages} étapes clés, {steps} étapes, {lanes} lignes",
  page: "Page",
  overview: "Vue d’ensemble",
  paste: "coller ici",
  picture: "Image",
  cycle: "retour à la première étape clé",
  channels: "canaux",
  gap: "Écart à l’attente",
  stage: "Étape clé",
  step: "Étape",
  framing: "Cadrage",
  heaviestFirst: "Du plus lourd au plus léger",
  allDays: "tous les jours connus",
  unwritable: "Caractère qu’un PDF ne sait pas encore écrire ; les diapositives et le SVG le gardent.",
  only: "seulement",
  or: "ou",
  splitBy: "par",
  emptyValue: "non précisé",
  otherValues: "autres valeurs",
};

export const drawnLocales = ["fr", "en"] as const;
export type DrawnLocale = (typeof drawnLocales)[number];
export const drawnWords: Record<DrawnLocale, DrawnWords> = { en, fr };
