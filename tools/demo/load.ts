import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runImportFromFiles, type ActivityDeps } from "#activity/index.ts";
import { measureJourney } from "#insight/index.ts";
import { ensureJourney, findJourney, type JourneyEditor } from "#journey/index.ts";
import { AppError } from "#platform/errors.ts";
import type { Log } from "#platform/log.ts";
import { ensurePersonas } from "#persona/index.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import type { LibraryDraft } from "#touchpoint/model.ts";
import { createWorkspace, listWorkspaces } from "#workspace/index.ts";
import type { Locale } from "#workspace/model.ts";
import { inBoth } from "./bilingual.ts";
import { documentOf } from "./document.ts";
import { generateDemo } from "./generate.ts";
import { kitchenJourney } from "./kitchen-journey.ts";
import { channels, teams, touchpoints } from "./library.ts";
import { demoMapping } from "./mapping.ts";
import { personaDrafts } from "./personas.ts";
import { repairJourney } from "./repair-journey.ts";

export const demoJourneys = [kitchenJourney, repairJourney] as const;
export const workspaceName = inBoth("Rabot (démo)", "Rabot (demo)");

export interface DemoDeps extends ActivityDeps {
  editor: JourneyEditor;
  log: Log;
}

/** What is being done, and how much of it is, 0–1; null where that cannot be known. */
export type DemoProgress = (phase: "drawing" | "generating" | "importing", share: number | null) => void;

export interface DemoOptions {
  locale: Locale;
  today: string;
  onProgress?: DemoProgress;
  /** Gives up: the events do not come, and the next call brings them. */
  signal?: AbortSignal;
}

export interface LoadedDemo {
  workspaceId: string;
  /** False when the demo was there already. */
  isNew: boolean;
}

/**
 * Makes the demo workspace, its library and its maps, and imports its events up to the day before `today`.
 * Killed half-way, calling it again finishes the work; once loaded, it does nothing.
 * @throws AppError when the import fails
 */
export async function loadDemo(
  deps: DemoDeps,
  { locale, today, onProgress = () => {}, signal }: DemoOptions,
): Promise<LoadedDemo> {
  const workspaceId = await ensureWorkspace(deps, locale);
  if (await isLoaded(deps, workspaceId)) return { workspaceId, isNew: false };

  onProgress("drawing", null);
  const library = await ensureLibrary(deps.db, workspaceId, libraryDraft(locale));
  const personas = await ensurePersonas(deps.db, workspaceId, personaDrafts(locale));
  for (const journey of demoJourneys) {
    const document = documentOf(journey, locale, library, personas);
    await ensureJourney(deps, workspaceId, { key: journey.key, name: document.name, document });
  }

  onProgress("generating", null);
  const folder = await mkdtemp(join(tmpdir(), "parcours-demo-"));
  try {
    for (const { name, text } of generateDemo({ today })) await writeFile(join(folder, name), text);
    onProgress("importing", 0);
    await importFrom(deps, { folder, workspaceId, locale, onProgress, ...(signal === undefined ? {} : { signal }) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { workspaceId, isNew: true };
}

/** Every channel, team and touchpoint of the demo, in one language. */
export function libraryDraft(locale: Locale): LibraryDraft {
  return {
    channels: channels.map(({ key, kind, name }) => ({ key, kind, name: name[locale] })),
    teams: teams.map(({ key, name }) => ({ key, name: name[locale] })),
    touchpoints: touchpoints.map(({ key, name, channel, team, initiator }) => ({
      key,
      name: name[locale],
      channelKey: channel,
      teamKey: team,
      initiator,
    })),
  };
}

async function ensureWorkspace({ db, log }: DemoDeps, locale: Locale): Promise<string> {
  const found = (await listWorkspaces(db)).find(({ isDemo }) => isDemo);
  if (found !== undefined) return found.id;
  const made = { name: workspaceName[locale], locale, timeZone: "Europe/Paris", isDemo: true };
  return (await createWorkspace({ db, log }, null, made)).id;
}

/** The events come last and all at once, so where there are some the rest is there too. */
async function isLoaded(deps: DemoDeps, workspaceId: string): Promise<boolean> {
  const journey = await findJourney(deps.db, kitchenJourney.key, workspaceId);
  return journey !== null && (await measureJourney(deps, journey.id, {})).whole.contacts > 0;
}

async function importFrom(
  deps: DemoDeps,
  given: { folder: string; workspaceId: string; locale: Locale; onProgress: DemoProgress; signal?: AbortSignal },
): Promise<void> {
  const { error } = await runImportFromFiles(deps, {
    workspaceId: given.workspaceId,
    mapping: demoMapping(given.locale),
    paths: [given.folder],
    ...(given.signal === undefined ? {} : { signal: given.signal }),
    onProgress: (_, progress) => {
      if (progress !== null)
        given.onProgress("importing", progress.bytesTotal > 0 ? progress.bytes / progress.bytesTotal : null);
    },
  });
  if (error !== null) throw new AppError("internal", `The demo could not be imported: ${error.title}`);
}
