import type { Card, DocumentDraft, JourneyKind, LaneKind, LinkKind, Phase } from "../model.ts";
import type { ChannelKind, Initiator } from "#touchpoint/model.ts";

export const templateLocales = ["fr", "en"] as const;
export type TemplateLocale = (typeof templateLocales)[number];
/** A text of a template in both languages, side by side so that neither drifts. */
export type Bilingual = Readonly<Record<TemplateLocale, string>>;

export const sectors = [
  "any",
  "retail",
  "bank",
  "insurance",
  "mutual",
  "b2b",
  "public",
  "health",
  "travel",
  "home",
] as const;
export type Sector = (typeof sectors)[number];

/** A ready-made map. Its touchpoints enter a library only when somebody uses it. */
export interface Template {
  key: string;
  kind: JourneyKind;
  sector: Sector;
  name: Bilingual;
  summary: Bilingual;
  lanes: readonly LaneKind[];
  stages: readonly TemplateStage[];
  /** What joins steps beside their order, by the keys of the steps. */
  links?: readonly TemplateLink[];
  /** The last stage leads back to the first. */
  isCycle?: boolean;
}

export interface TemplateStage {
  name: Bilingual;
  phase?: Phase;
  steps: readonly TemplateStep[];
}

export interface TemplateStep {
  /** Needed only where a link leads. */
  key?: string;
  name: Bilingual;
  /** The assumed emotion of everybody, −2 … +2; left out: nothing assumed. */
  mood?: -2 | -1 | 0 | 1 | 2;
  touchpoints?: readonly TemplateTouchpoint[];
  cards?: Partial<Record<LaneKind, readonly TemplateCard[]>>;
}

export interface TemplateTouchpoint {
  name: Bilingual;
  channel: ChannelKind;
  initiator: Initiator;
  importance: number | null;
  momentOfTruth: boolean;
}

export interface TemplateCard {
  text: Bilingual;
  details: CardDetails;
}
export type CardDetails = Partial<Pick<Card, "severity" | "frequency" | "isMet" | "value" | "effort" | "span">>;

export interface TemplateLink {
  kind: LinkKind;
  from: string;
  to: string;
  name?: Bilingual;
}

export function both(fr: string, en: string): Bilingual {
  return { fr, en };
}

export function card(fr: string, en: string, details: CardDetails = {}): TemplateCard {
  return { text: both(fr, en), details };
}

/** An expectation that is not met today. */
export function unmet(fr: string, en: string): TemplateCard {
  return card(fr, en, { isMet: false });
}

interface TouchpointDetails {
  /** The company starts it. */
  isOutgoing?: boolean;
  importance?: 1 | 2 | 3 | 4 | 5;
  isTruth?: boolean;
}

export function at(
  channel: ChannelKind,
  name: Bilingual,
  { isOutgoing = false, importance, isTruth = false }: TouchpointDetails = {},
): TemplateTouchpoint {
  return {
    name,
    channel,
    initiator: isOutgoing ? "company" : "customer",
    importance: importance ?? (isTruth ? 5 : null),
    momentOfTruth: isTruth,
  };
}

/** A template in one language, its placements still told from each other by the touchpoint's name and channel. */
export interface TemplateContent {
  /** Touchpoint ids are those of `touchpoints`. */
  document: DocumentDraft;
  touchpoints: readonly ContentTouchpoint[];
}

export interface ContentTouchpoint {
  id: string;
  name: string;
  channel: ChannelKind;
  initiator: Initiator;
}

/**
 * A template as the document of a journey. Ids say the place (`s2`, `s2-1`), the same in every map made of the template,
 * so that two of them can be compared.
 */
export function contentOf(template: Template, locale: TemplateLocale): TemplateContent {
  const stages = template.stages.map(({ name, phase = null }, index) => ({
    id: `s${index + 1}`,
    name: name[locale],
    phase,
  }));
  const steps = template.stages.flatMap(({ steps }, stage) =>
    steps.map((step, index) => ({ ...step, id: `s${stage + 1}-${index + 1}`, stageId: `s${stage + 1}` })),
  );
  const stepIdOf = new Map(steps.flatMap(({ key, id }) => (key === undefined ? [] : [[key, id]])));
  const lanes = template.lanes.map((kind) => ({ id: `l-${kind}`, kind, name: "" }));
  const touchpoints = new Map<string, ContentTouchpoint>();
  const placements = steps.flatMap(({ id: stepId, touchpoints: placed = [] }) =>
    placed.map(({ name, channel, initiator, importance, momentOfTruth }, index) => {
      // The same name on the same channel is the same touchpoint, wherever it stands.
      const place = `${channel} ${name[locale]}`;
      const known = touchpoints.get(place) ?? {
        id: `t${touchpoints.size + 1}`,
        name: name[locale],
        channel,
        initiator,
      };
      touchpoints.set(place, known);
      return {
        id: `${stepId}-p${index + 1}`,
        stepId,
        touchpointId: known.id,
        importance,
        momentOfTruth,
        expectation: null,
      };
    }),
  );
  const cards = steps.flatMap(({ id: stepId, cards = {} }) =>
    template.lanes.flatMap((kind) =>
      (cards[kind] ?? []).map(({ text, details }, index) => ({
        id: `${stepId}-${kind}-${index + 1}`,
        laneId: `l-${kind}`,
        stepId,
        text: text[locale],
        ...details,
      })),
    ),
  );
  const emotions = steps.flatMap(({ id: stepId, mood }) =>
    mood === undefined ? [] : [{ id: `all-lived-${stepId}`, stepId, value: mood }],
  );
  const links = (template.links ?? []).map(({ kind, from, to, name }, index) => ({
    id: `k${index + 1}`,
    kind,
    fromStepId: stepIdOf.get(from) ?? "",
    toStepId: stepIdOf.get(to) ?? "",
    name: name?.[locale] ?? "",
  }));
  return {
    document: {
      name: template.name[locale],
      isCycle: template.isCycle ?? false,
      stages,
      steps: steps.map(({ id, stageId, name }) => ({ id, stageId, name: name[locale] })),
      lanes,
      cards,
      placements,
      links,
      emotions,
    },
    touchpoints: [...touchpoints.values()],
  };
}
