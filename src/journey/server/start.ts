import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { ensureLibrary, getLibrary } from "#touchpoint/index.ts";
import type { Library } from "#touchpoint/model.ts";
import { channelKindWords } from "#touchpoint/labels.ts";
import { freeKey, keyFrom } from "#touchpoint/rules.ts";
import type { createJourney as createJourneyRoute } from "../api.ts";
import type { DocumentDraft, Journey, JourneyKind } from "../model.ts";
import { newJourneyDraft } from "../template.ts";
import { builtInTemplate } from "../templates/catalogue.ts";
import { type ContentTouchpoint, contentOf, type TemplateLocale } from "../templates/template.ts";
import { insertJourney, type JourneyDeps } from "./commands.ts";
import { existingJourney } from "./queries.ts";
import { checkRelations } from "./relations.ts";
import { getTemplate } from "./templates.ts";

/**
 * Makes a journey, empty, of a document or of a template, with its framing sheet and the step that it tells in detail.
 * @throws AppError `not_found` when there is no such template; as `checkRelations` and `createJourney`
 */
export async function startJourney(
  deps: Pick<JourneyDeps, "db" | "newId">,
  workspaceId: string,
  { template, framing, kind, document, ...wanted }: RouteBody<typeof createJourneyRoute>,
): Promise<Journey> {
  const id = await deps.db.transaction().execute(async (db) => {
    await checkRelations(db, workspaceId, null, wanted);
    const start =
      template === undefined
        ? { kind: kind ?? "journey", document: document ?? newJourneyDraft(wanted.name, kind ?? "journey", deps.newId) }
        : await fromTemplate(db, workspaceId, template);
    return insertJourney({ ...deps, db }, workspaceId, {
      ...wanted,
      kind: start.kind,
      document: framing === undefined ? start.document : { ...start.document, framing },
    });
  });
  return existingJourney(deps.db, id);
}

type TemplateChoice = NonNullable<RouteBody<typeof createJourneyRoute>["template"]>;

async function fromTemplate(
  db: Kysely<Database>,
  workspaceId: string,
  choice: TemplateChoice,
): Promise<{ kind: JourneyKind; document: DocumentDraft }> {
  if ("id" in choice) {
    const [{ kind, document }, { touchpoints }] = await Promise.all([
      getTemplate(db, workspaceId, choice.id),
      getLibrary(db, workspaceId),
    ]);
    const known = new Set(touchpoints.map(({ id }) => id));
    return {
      kind,
      document: { ...document, placements: document.placements.filter(({ touchpointId }) => known.has(touchpointId)) },
    };
  }
  const template = builtInTemplate(choice.key);
  if (template === undefined) throw new AppError("not_found", `There is no template «${choice.key}».`);
  const { document, touchpoints } = contentOf(template, choice.locale);
  const idOf = await placeInLibrary(db, workspaceId, touchpoints, choice.locale);
  return {
    kind: template.kind,
    document: {
      ...document,
      placements: document.placements.map((placement) => ({
        ...placement,
        touchpointId: idOf.get(placement.touchpointId) ?? placement.touchpointId,
      })),
    },
  };
}

/**
 * Finds the touchpoints of a template in a library by name on a channel of that kind, and adds those that it lacks (J186).
 * @returns the library's ids by the template's
 */
async function placeInLibrary(
  db: Kysely<Database>,
  workspaceId: string,
  wanted: readonly ContentTouchpoint[],
  locale: TemplateLocale,
): Promise<Map<string, string>> {
  const library = await getLibrary(db, workspaceId);
  const missing = wanted.filter((touchpoint) => known(library, touchpoint) === undefined);
  if (missing.length > 0) await ensureLibrary(db, workspaceId, draftOf(library, missing, locale));
  const filled = missing.length > 0 ? await getLibrary(db, workspaceId) : library;
  return new Map(
    wanted.flatMap((touchpoint) => {
      const found = known(filled, touchpoint);
      return found === undefined ? [] : [[touchpoint.id, found]];
    }),
  );
}

function known({ touchpoints, channels }: Library, { name, channel }: ContentTouchpoint): string | undefined {
  const kindOf = new Map(channels.map(({ id, kind }) => [id, kind]));
  return touchpoints.find((one) => keyFrom(one.name) === keyFrom(name) && kindOf.get(one.channelId ?? "") === channel)
    ?.id;
}

/** What a library lacks, with keys that are free in it; a channel of the kind that is there already is used. */
function draftOf(library: Library, missing: readonly ContentTouchpoint[], locale: TemplateLocale) {
  const channelKeys = new Set(library.channels.map(({ key }) => key));
  const channelKeyOf = new Map(library.channels.toReversed().map(({ kind, key }) => [kind, key]));
  const channels = [...new Set(missing.map(({ channel }) => channel))]
    .filter((kind) => !channelKeyOf.has(kind))
    .map((kind) => {
      const name = channelKindWords[locale][`kind.${kind}`];
      const key = freeKey(keyFrom(name), (candidate) => channelKeys.has(candidate));
      channelKeys.add(key);
      channelKeyOf.set(kind, key);
      return { key, name, kind };
    });
  const keys = new Set(library.touchpoints.map(({ key }) => key));
  const touchpoints = missing.map(({ name, channel, initiator }) => {
    const key = freeKey(keyFrom(name), (candidate) => keys.has(candidate));
    keys.add(key);
    return { key, name, channelKey: channelKeyOf.get(channel) ?? null, teamKey: null, initiator };
  });
  return { channels, teams: [], touchpoints };
}
