import { DateTime } from "luxon";
import type { JourneyEditor } from "#journey/index.ts";
import { type DemoProgress, loadDemo } from "../../tools/demo/load.ts";
import { activityDeps } from "./activity-deps.ts";
import { firstLocale } from "./first-start.ts";
import type { ProductDeps } from "./product.ts";

/** Brings the demo workspace where it is not there yet, and says how far it is. */
export async function bringDemo(deps: ProductDeps & { editor: JourneyEditor }, signal: AbortSignal): Promise<void> {
  const { config, log, now } = deps;
  const today = DateTime.fromJSDate(now()).toISODate() ?? "";
  let told = "";
  const onProgress: DemoProgress = (phase, share) => {
    // Quarters: enough to see that it moves.
    const text = share === null ? phase : `${phase}, ${Math.floor(share * 4) * 25} %`;
    if (text !== told) log.info(`demo: ${text}`);
    told = text;
  };
  const demo = { ...activityDeps({ ...deps, dataDir: config.dataDir }), editor: deps.editor, log };
  const { isNew } = await loadDemo(demo, { locale: firstLocale, today, onProgress, signal });
  if (isNew && !signal.aborted) log.info("demo: ready");
}
