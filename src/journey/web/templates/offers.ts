import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { channelKindWords } from "#touchpoint/labels.ts";
import { matches, useLibrary } from "#touchpoint/web/index.ts";
import { getTemplate, listTemplates, type TemplateSummary } from "../../api.ts";
import { JourneyDocument, type JourneyKind } from "../../model.ts";
import { type MapInput, mapInput } from "../../render/input.ts";
import { builtInTemplate, builtInTemplates } from "../../templates/catalogue.ts";
import { contentOf, type Sector, type Template, type TemplateLocale } from "../../templates/template.ts";

/** A template to choose, of the product or of the workspace. */
export interface Offer {
  choice: { key: string } | { id: string };
  name: string;
  summary: string;
  kind: JourneyKind;
  /** Null: of the workspace. */
  sector: Sector | null;
  steps: number;
  lanes: number;
}

export const templatesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["templates", workspaceId],
    queryFn: ({ signal }) => call(listTemplates, { params: { workspaceId }, signal }),
  });

export function useTemplateLocale(): TemplateLocale {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "fr";
}

function offerOf({ key, kind, sector, name, summary, stages, lanes }: Template, locale: TemplateLocale): Offer {
  return {
    choice: { key },
    name: name[locale],
    summary: summary[locale],
    kind,
    sector,
    steps: stages.reduce((sum, { steps }) => sum + steps.length, 0),
    lanes: lanes.length,
  };
}

export function ownOfferOf({ id, name, summary, kind, steps, lanes }: TemplateSummary): Offer {
  return { choice: { id }, name, summary, kind, sector: null, steps, lanes };
}

export interface OfferFilter {
  typed: string;
  sector: Sector | null;
  kind: JourneyKind | null;
}

/** A sector's template is also offered where any sector is meant; those of the workspace have no sector. */
export function isOffered({ name, summary, sector, kind }: Offer, filter: OfferFilter): boolean {
  return (
    matches(`${name} ${summary}`, filter.typed) &&
    (filter.kind === null || kind === filter.kind) &&
    (filter.sector === null || sector === null || sector === filter.sector)
  );
}

export function productOffers(locale: TemplateLocale): Offer[] {
  return builtInTemplates.map((template) => offerOf(template, locale));
}

/** What a template looks like, and how many touchpoints it brings; undefined while it is read. */
export function useTemplateMap(
  workspaceId: string,
  offer: Offer | null,
): { input: MapInput; touchpoints: number } | undefined {
  const locale = useTemplateLocale();
  const id = offer !== null && "id" in offer.choice ? offer.choice.id : null;
  const library = useLibrary(workspaceId);
  const own = useQuery({
    queryKey: ["templates", workspaceId, id],
    queryFn: ({ signal }) => call(getTemplate, { params: { workspaceId, templateId: id ?? "" }, signal }),
    enabled: id !== null,
  });
  const [day] = useState(today);
  if (offer === null) return undefined;
  if ("key" in offer.choice) {
    const template = builtInTemplate(offer.choice.key);
    return template === undefined ? undefined : templateMap(template, locale);
  }
  if (own.data === undefined || library.data === undefined) return undefined;
  const { document, kind } = own.data;
  return { input: mapInput({ document, kind, state: "lived" }, { day, library: library.data }), touchpoints: 0 };
}

const today = () => new Date().toISOString().slice(0, 10);

/** A template of the product as a map. */
function templateMap(template: Template, locale: TemplateLocale): { input: MapInput; touchpoints: number } {
  const { document, touchpoints } = contentOf(template, locale);
  const named = touchpoints.map(({ id, name, channel }) => {
    const words = channelKindWords[locale];
    return [id, { name, channel: { name: words[`kind.${channel}`], kind: channel }, team: null }] as const;
  });
  return {
    input: {
      document: JourneyDocument.parse(document),
      kind: template.kind,
      state: "lived",
      day: today(),
      touchpoints: new Map(named),
      personas: new Map(),
      figures: null,
      images: new Map(),
    },
    touchpoints: touchpoints.length,
  };
}
