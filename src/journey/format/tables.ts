import { mapLabels } from "../labels.ts";
import type {
  Driver,
  JourneyKind,
  JourneyState,
  LaneKind,
  LinkKind,
  Maturity,
  Phase,
  PlacementFlag,
} from "../model.ts";
import type { Initiator } from "#touchpoint/model.ts";
import type { Bilingual, FileLocale, Table } from "./table.ts";

/** The words that files use beside those of the map. */
const bilingual = (en: string, fr: string): Bilingual => ({ en, fr });

function both<Key extends string>(pick: (locale: FileLocale) => Record<Key, string>): Record<Key, Bilingual> {
  const [en, fr] = [pick("en"), pick("fr")];
  return Object.fromEntries((Object.keys(en) as Key[]).map((key) => [key, bilingual(en[key], fr[key])])) as Record<
    Key,
    Bilingual
  >;
}

export const laneWords: Record<LaneKind, Bilingual> = both((locale) => mapLabels[locale].lane);
export const kindWords: Record<JourneyKind, Bilingual> = both((locale) => mapLabels[locale].kind);
export const stateWords: Record<JourneyState, Bilingual> = both((locale) => mapLabels[locale].state);
export const phaseWords: Record<Phase, Bilingual> = both((locale) => mapLabels[locale].phase);
export const linkWords: Record<LinkKind, Bilingual> = both((locale) => mapLabels[locale].link);
export const flagWords: Record<PlacementFlag, Bilingual> = {
  missing: bilingual("missing", "manquant"),
  redundant: bilingual("redundant", "redondant"),
};
export const initiatorWords: Record<Initiator, Bilingual> = {
  customer: bilingual("customer", "client"),
  company: bilingual("company", "entreprise"),
};
export const driverWords: Record<Driver, Bilingual> = {
  conversion: bilingual("conversion", "conversion"),
  customerValue: bilingual("customer value", "valeur client"),
  loyalty: bilingual("loyalty", "fidélité"),
  engagement: bilingual("engagement", "engagement"),
};
export const maturityWords: Record<Maturity, Bilingual> = {
  low: bilingual("low", "faible"),
  medium: bilingual("medium", "moyenne"),
  high: bilingual("high", "élevée"),
};
export const elementWords = {
  step: bilingual("step", "étape"),
  card: bilingual("card", "fiche"),
  touchpoint: bilingual("touchpoint", "point de contact"),
  emotion: bilingual("emotion", "émotion"),
  link: bilingual("link", "lien"),
  framing: bilingual("framing", "cadrage"),
};

const stage = bilingual("Stage", "Étape clé");
const step = bilingual("Step", "Étape");
const lane = bilingual("Lane", "Ligne");
const cardDetails = {
  span: bilingual("Steps covered", "Étapes couvertes"),
  severity: bilingual("Severity", "Gravité"),
  frequency: bilingual("Frequency", "Fréquence"),
  evidence: bilingual("Evidence", "Preuve"),
  isMet: bilingual("Met", "Satisfaite"),
  value: bilingual("Value", "Valeur"),
  effort: bilingual("Effort", "Effort"),
  personas: bilingual("Personas", "Personas"),
  tags: bilingual("Tags", "Mots-clés"),
};
const placementDetails = {
  channel: bilingual("Channel", "Canal"),
  team: bilingual("Team", "Équipe"),
  initiator: bilingual("Started by", "Initiative"),
  importance: bilingual("Importance", "Importance"),
  momentOfTruth: bilingual("Moment of truth", "Moment de vérité"),
  expectation: bilingual("Expected score", "Score attendu"),
  selfScore: bilingual("Own score", "Autoévaluation"),
  flag: bilingual("Flag", "Signalement"),
};

export const mapSheetName = bilingual("Map", "Carte");

export const stepTable = {
  name: bilingual("Steps", "Étapes"),
  columns: {
    stage,
    phase: bilingual("Phase", "Phase"),
    step,
    selfScore: placementDetails.selfScore,
    stageId: bilingual("Stage id", "Id étape clé"),
    stepId: bilingual("Step id", "Id étape"),
  },
} satisfies Table<string>;

export const laneTable = {
  name: bilingual("Lanes", "Lignes"),
  columns: {
    lane,
    kind: bilingual("Kind", "Type"),
    name: bilingual("Own name", "Nom propre"),
    isHidden: bilingual("Hidden", "Masquée"),
    isCollapsed: bilingual("Collapsed", "Repliée"),
    isLocked: bilingual("Locked", "Verrouillée"),
    laneId: bilingual("Lane id", "Id ligne"),
  },
} satisfies Table<string>;

export const cardTable = {
  name: bilingual("Cards", "Fiches"),
  columns: {
    stage,
    step,
    lane,
    text: bilingual("Text", "Texte"),
    ...cardDetails,
    imageId: bilingual("Image id", "Id image"),
    stepId: stepTable.columns.stepId,
    laneId: laneTable.columns.laneId,
    cardId: bilingual("Card id", "Id fiche"),
  },
} satisfies Table<string>;

export const placementTable = {
  name: bilingual("Touchpoints", "Points de contact"),
  columns: {
    stage,
    step,
    touchpoint: bilingual("Touchpoint", "Point de contact"),
    ...placementDetails,
    touchpointKey: bilingual("Touchpoint key", "Clé point de contact"),
    channelKey: bilingual("Channel key", "Clé canal"),
    channelKind: bilingual("Channel kind", "Type de canal"),
    teamKey: bilingual("Team key", "Clé équipe"),
    stepId: stepTable.columns.stepId,
    placementId: bilingual("Placement id", "Id placement"),
    touchpointId: bilingual("Touchpoint id", "Id point de contact"),
    channelId: bilingual("Channel id", "Id canal"),
    teamId: bilingual("Team id", "Id équipe"),
  },
} satisfies Table<string>;

export const linkTable = {
  name: bilingual("Links", "Liens"),
  columns: {
    kind: laneTable.columns.kind,
    fromStep: bilingual("From step", "De l’étape"),
    toStep: bilingual("To step", "À l’étape"),
    name: bilingual("Name", "Nom"),
    fromStepId: bilingual("From step id", "Id étape de départ"),
    toStepId: bilingual("To step id", "Id étape d’arrivée"),
    fromPlacementId: bilingual("From placement id", "Id placement de départ"),
    toPlacementId: bilingual("To placement id", "Id placement d’arrivée"),
    linkId: bilingual("Link id", "Id lien"),
  },
} satisfies Table<string>;

export const emotionTable = {
  name: bilingual("Emotions", "Émotions"),
  columns: {
    persona: bilingual("Persona", "Persona"),
    state: bilingual("State", "État"),
    step,
    value: bilingual("Emotion (−2 to +2)", "Émotion (−2 à +2)"),
    personaId: bilingual("Persona id", "Id persona"),
    stepId: stepTable.columns.stepId,
    emotionId: bilingual("Emotion id", "Id émotion"),
  },
} satisfies Table<string>;

export const personaTable = {
  name: bilingual("Personas", "Personas"),
  columns: {
    persona: emotionTable.columns.persona,
    summary: bilingual("Summary", "Résumé"),
    isOnMap: bilingual("On the map", "Sur la carte"),
    personaId: emotionTable.columns.personaId,
  },
} satisfies Table<string>;

/** What was measured; not read back in. */
export const measureTable = {
  name: bilingual("Measures", "Mesures"),
  columns: {
    stage,
    step,
    touchpoint: placementTable.columns.touchpoint,
    segment: bilingual("Segment", "Segment"),
    contacts: bilingual("Contacts", "Contacts"),
    metric: bilingual("Metric", "Indicateur"),
    value: bilingual("Score", "Score"),
    low: bilingual("Low (95%)", "Bas (95 %)"),
    high: bilingual("High (95%)", "Haut (95 %)"),
    n: bilingual("n", "n"),
    note: bilingual("Note", "Remarque"),
    from: bilingual("From", "Du"),
    to: bilingual("To", "Au"),
  },
} satisfies Table<string>;

/** One row a thing said: what it is, and what is said. */
export const framingTable = {
  name: bilingual("Framing", "Cadrage"),
  columns: { subject: bilingual("Subject", "Sujet"), said: bilingual("Said", "Contenu") },
} satisfies Table<string>;

export const framingWords = {
  name: bilingual("Name of the journey", "Nom du parcours"),
  kind: bilingual("Kind of map", "Type de carte"),
  state: bilingual("State", "État"),
  tags: cardDetails.tags,
  isCycle: bilingual("Cycle", "Cycle"),
  isLocked: bilingual("Locked", "Verrouillée"),
  objective: bilingual("Objective", "Objectif"),
  scope: bilingual("Scope", "Périmètre"),
  outOfScope: bilingual("Out of scope", "Hors périmètre"),
  audience: bilingual("Audience", "Public"),
  data: bilingual("Data", "Données"),
  listening: bilingual("Listening", "Écoute"),
  team: bilingual("Team", "Équipe"),
  drivers: bilingual("What the business wants", "Ce que veut l’entreprise"),
  maturity: bilingual("Maturity", "Maturité"),
};
export type FramingWord = keyof typeof framingWords;

/** The CSV file: one row a step, card, touchpoint, emotion, link, or thing agreed before mapping. */
export const listTable = {
  name: bilingual("List", "Liste"),
  columns: {
    element: bilingual("Element", "Élément"),
    stage,
    step,
    lane,
    laneKind: bilingual("Kind of lane", "Type de ligne"),
    text: cardTable.columns.text,
    ...placementDetails,
    emotion: bilingual("Emotion", "Émotion"),
    state: emotionTable.columns.state,
    ...cardDetails,
    link: bilingual("Link", "Lien"),
    toStep: linkTable.columns.toStep,
  },
} satisfies Table<string>;

/** Other names by which hand-made maps call a kind of lane, in their words. */
export const laneSynonyms: Partial<Record<LaneKind, readonly string[]>> = {
  touchpoint: ["touchpoint", "point de contact", "points de contact", "contact points", "canaux", "canal", "channels"],
  emotion: ["emotions", "émotions", "ressenti", "humeur", "mood", "courbe émotionnelle", "emotional curve"],
  action: ["actions", "action", "actions client", "customer actions", "user actions", "parcours"],
  think: ["pensées", "pense", "thoughts", "thinking", "thinks"],
  feel: ["feelings", "feeling", "feels", "ressent"],
  ask: ["questions", "asks", "se demande"],
  do: ["does", "doing", "fait"],
  delight: ["enchantement", "points forts", "gains", "delight", "positifs", "points positifs"],
  irritant: ["irritant", "pain point", "pains", "points de douleur", "douleurs", "frustrations", "points négatifs"],
  expectation: ["attente", "besoins", "needs", "expectation", "goals", "objectifs"],
  opportunity: ["opportunités", "opportunity", "idées", "ideas", "améliorations", "solutions"],
  promise: ["promesses", "brand promise", "promesse de marque"],
  keyMoment: ["moments clés", "moments de vérité", "moments of truth", "key moment"],
  riskZone: ["risques", "risks"],
  frontOffice: ["frontstage", "front stage", "en contact"],
  backOffice: ["backstage", "back stage"],
  support: ["support processes", "processus support", "services supports"],
  system: ["système", "outils", "tools", "systèmes d’information"],
  team: ["équipe", "responsables", "owners", "owner", "teams"],
  actor: ["acteurs", "actors", "partenaires", "partners"],
  companyMeasure: ["indicateurs", "kpis", "kpi", "metrics"],
  dataCollected: ["données", "data"],
  staffView: ["collaborateurs", "employee", "staff"],
};
