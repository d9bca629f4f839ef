import type { JourneyKind, JourneyState, LaneKind, LinkKind, Phase } from "./model.ts";

/** What the map itself says in the reader's language, on screen as in every file that leaves: the words of the field. */
export interface MapLabels {
  lane: Record<LaneKind, string>;
  kind: Record<JourneyKind, string>;
  state: Record<JourneyState, string>;
  phase: Record<Phase, string>;
  link: Record<LinkKind, string>;
}

const en: MapLabels = {
  lane: {
    touchpoint: "Touchpoints",
    measure: "Measures",
    emotion: "Emotion",
    interactionLine: "Line of interaction",
    visibilityLine: "Line of visibility",
    internalLine: "Line of internal interaction",
    action: "Customer actions",
    keyMoment: "Key moments",
    think: "Thinks",
    feel: "Feels",
    ask: "Asks",
    do: "Does",
    delight: "Delights",
    irritant: "Pain points",
    expectation: "Expectations",
    opportunity: "Opportunities",
    promise: "Promise",
    staffView: "Employee experience",
    companyMeasure: "Company measures",
    dataCollected: "Data collected",
    riskZone: "Risk zones",
    frontOffice: "Front office",
    backOffice: "Back office",
    support: "Support",
    system: "Systems",
    team: "Teams",
    actor: "Outside actors",
    image: "Images",
    free: "Notes",
  },
  kind: { journey: "Customer journey map", blueprint: "Service blueprint", experience: "Experience map" },
  state: { lived: "lived", target: "target" },
  phase: {
    awareness: "Awareness",
    favorability: "Favorability",
    consideration: "Consideration",
    intent: "Intent to purchase",
    conversion: "Conversion",
    afterSales: "After-sales",
  },
  link: { return: "comes back to", or: "or", break: "break point" },
};

const fr: MapLabels = {
  lane: {
    touchpoint: "Points de contact",
    measure: "Mesures",
    emotion: "Émotion",
    interactionLine: "Ligne d’interaction",
    visibilityLine: "Ligne de visibilité",
    internalLine: "Ligne d’interaction interne",
    action: "Actions du client",
    keyMoment: "Moments clés",
    think: "Pense",
    feel: "Ressent",
    ask: "Se demande",
    do: "Fait",
    delight: "Enchantements",
    irritant: "Irritants",
    expectation: "Attentes",
    opportunity: "Opportunités d’amélioration",
    promise: "Promesse",
    staffView: "Vécu collaborateur",
    companyMeasure: "Mesures de l’entreprise",
    dataCollected: "Données collectées",
    riskZone: "Zones de risque",
    frontOffice: "Front office",
    backOffice: "Back office",
    support: "Services support",
    system: "Systèmes",
    team: "Équipes",
    actor: "Acteurs extérieurs",
    image: "Images",
    free: "Notes",
  },
  kind: {
    journey: "Cartographie du parcours client",
    blueprint: "Blueprint de service",
    experience: "Experience map",
  },
  state: { lived: "vécu", target: "cible" },
  phase: {
    awareness: "Notoriété",
    favorability: "Faveur",
    consideration: "Considération",
    intent: "Intention d’achat",
    conversion: "Conversion",
    afterSales: "Après-vente",
  },
  link: { return: "revient à", or: "ou", break: "point de rupture" },
};

export const mapLabels: Record<"en" | "fr", MapLabels> = { en, fr };

/** The same as words of the screen: `prefixed("lane", labels.lane)` gives `lane.touchpoint` and its like. */
export function prefixed<Prefix extends string, Key extends string>(
  prefix: Prefix,
  labels: Record<Key, string>,
): Record<`${Prefix}.${Key}`, string> {
  return Object.fromEntries(Object.entries(labels).map(([key, label]) => [`${prefix}.${key}`, label])) as Record<
    `${Prefix}.${Key}`,
    string
  >;
}
