import type { ClickHouseClient } from "@clickhouse/client";
import { renameProperties } from "#activity/index.ts";
import { readDocument } from "#journey/document.ts";
import { renameJourney, renameStage, renameStep, setCardText, setDetails } from "#journey/edit.ts";
import { findJourney, type JourneyEditor } from "#journey/index.ts";
import type { DocumentDraft } from "#journey/model.ts";
import type { Log } from "#platform/log.ts";
import { ensurePersonas, listPersonas } from "#persona/index.ts";
import type { Persona } from "#persona/model.ts";
import { ensureLibrary, getLibrary } from "#touchpoint/index.ts";
import { getWorkspace, updateWorkspace } from "#workspace/index.ts";
import type { Locale } from "#workspace/model.ts";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Doc } from "yjs";
import { documentOf } from "./document.ts";
import { labelsOf } from "./mapping.ts";
import { personaDrafts } from "./personas.ts";
import { demoJourneys, libraryDraft, workspaceName } from "./load.ts";

interface LabelDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  editor: JourneyEditor;
  log: Log;
}

const otherLocale: Record<Locale, Locale> = { fr: "en", en: "fr" };

/**
 * Says the demo's names and cards in another language, where they are still as the demo wrote them, and the properties of
 * its events. Comments are in both languages anyway.
 */
export async function labelDemo(
  deps: LabelDeps,
  { workspaceId, locale }: { workspaceId: string; locale: Locale },
): Promise<void> {
  const { db, editor } = deps;
  const { name } = await getWorkspace(db, workspaceId);
  const isOurs = name === workspaceName[otherLocale[locale]];
  await updateWorkspace(deps, workspaceId, { locale, ...(isOurs ? { name: workspaceName[locale] } : {}) });
  await labelLibrary(db, workspaceId, locale);
  const personas = await labelPersonas(db, workspaceId, locale);
  await renameProperties(deps.clickhouse, { workspaceId, names: labelNames(locale) });

  const library = await getLibrary(db, workspaceId);
  for (const planned of demoJourneys) {
    const journey = await findJourney(db, planned.key, workspaceId);
    if (journey === null) continue;
    const [was, wanted] = [
      documentOf(planned, otherLocale[locale], library, personas),
      documentOf(planned, locale, library, personas),
    ];
    await editor.edit(journey.id, null, (doc) => relabel(doc, was, wanted));
  }
}

/** What properties and their values are called, by what they are called in the other language. */
function labelNames(locale: Locale): Map<string, string> {
  const [was, wanted] = [labelsOf[otherLocale[locale]], labelsOf[locale]];
  return new Map((Object.keys(wanted) as (keyof typeof wanted)[]).map((label) => [was[label], wanted[label]]));
}

async function labelLibrary(db: Kysely<Database>, workspaceId: string, locale: Locale): Promise<void> {
  const library = await getLibrary(db, workspaceId);
  const [was, wanted] = [libraryDraft(otherLocale[locale]), libraryDraft(locale)];
  const unedited = <T extends { key: string; name: string }>(
    kind: keyof typeof library,
    items: readonly T[],
    before: readonly T[],
  ): T[] =>
    items.filter(({ key }) => {
      const now = library[kind].find((item) => item.key === key);
      return now !== undefined && now.name === before.find((item) => item.key === key)?.name;
    });
  const draft = {
    channels: unedited("channels", wanted.channels, was.channels),
    teams: unedited("teams", wanted.teams, was.teams),
    touchpoints: unedited("touchpoints", wanted.touchpoints, was.touchpoints),
  };
  await ensureLibrary(db, workspaceId, draft, { rename: true });
}

async function labelPersonas(db: Kysely<Database>, workspaceId: string, locale: Locale): Promise<Persona[]> {
  const known = await listPersonas(db, workspaceId);
  const was = personaDrafts(otherLocale[locale]);
  const unedited = personaDrafts(locale).filter(({ key }) => {
    const [now, before] = [known, was].map((list) => list.find((persona) => persona.key === key));
    return now !== undefined && now.name === before?.name && now.summary === before.summary;
  });
  return ensurePersonas(db, workspaceId, unedited, { rename: true });
}

function relabel(doc: Doc, was: DocumentDraft, wanted: DocumentDraft): void {
  const now = readDocument(doc);
  if (now.name === was.name) renameJourney(doc, wanted.name);
  for (const { id, name } of stillSaying(now.stages, was.stages, wanted.stages, ({ name }) => name))
    renameStage(doc, id, name);
  for (const { id, name } of stillSaying(now.steps, was.steps, wanted.steps, ({ name }) => name))
    renameStep(doc, id, name);
  for (const { id, text } of stillSaying(now.cards, was.cards, wanted.cards, ({ text }) => text))
    setCardText(doc, id, text);
  for (const { id, evidence } of stillSaying(now.cards, was.cards, wanted.cards, ({ evidence }) => evidence ?? ""))
    setDetails(doc, "cards", id, { evidence });
  const links = stillSaying(now.links, was.links ?? [], wanted.links ?? [], ({ name }) => name ?? "");
  for (const { id, name } of links) setDetails(doc, "links", id, { name });
}

/** The wanted items whose present text is still the one that was written for them. */
function stillSaying<T extends { id: string }>(
  now: readonly T[],
  was: readonly T[],
  wanted: readonly T[],
  textOf: (item: T) => string,
): T[] {
  const find = (items: readonly T[], id: string) => items.find((item) => item.id === id);
  return wanted.filter(({ id }) => {
    const [present, written] = [find(now, id), find(was, id)];
    return present !== undefined && written !== undefined && textOf(present) === textOf(written);
  });
}
