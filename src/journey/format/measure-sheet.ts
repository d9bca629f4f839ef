import type { JourneyMeasures, Score, Split } from "#insight/model.ts";
import { numbersIn } from "../render/numbers.ts";
import { drawnWords } from "../render/words.ts";
import type { JourneyFile } from "./journey-file.ts";
import { type FileLocale, type Sheet, type Value, writeTable } from "./table.ts";
import { measureTable } from "./tables.ts";
import { sayer } from "./write-workbook.ts";

/**
 * What was measured of each touchpoint, a row a metric, with its interval, n and period. It is there to be read: what comes
 * back in is the map, and figures are counted anew.
 */
export function measureSheet(file: JourneyFile, measures: JourneyMeasures, locale: FileLocale): Sheet {
  const say = sayer(file, locale);
  const period = { from: measures.from, to: measures.to };
  const rowsOf = (figures: Pick<Split, "contacts" | "scores">, segment: Value) => {
    const shown: (Score | null)[] = figures.scores.length === 0 ? [null] : figures.scores;
    return shown.map((score) => ({ segment, contacts: figures.contacts, ...scoreValues(score, locale), ...period }));
  };
  return writeTable(
    measureTable,
    locale,
    measures.touchpoints.flatMap((touchpoint) => {
      const place = {
        stage: say.stage(touchpoint.stepId),
        step: say.step(touchpoint.stepId),
        touchpoint: say.touchpoint(touchpoint.touchpointId),
      };
      const all = [...rowsOf(touchpoint, null), ...touchpoint.split.flatMap((part) => rowsOf(part, part.value || "—"))];
      return all.map((row) => ({ ...place, ...row }));
    }),
  );
}

function scoreValues(score: Score | null, locale: FileLocale) {
  if (score === null) return { n: 0 };
  const { metric, n, value, low, high, trust } = score;
  const words = drawnWords[locale];
  const note = trust === "hidden" ? words.tooFew : trust === "indicative" ? words.indicative : null;
  return { metric: words.metric[metric], n, value: rounded(value), low: rounded(low), high: rounded(high), note };
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** What the lane of measures says of a step: a line a touchpoint, and how many contacts. */
export function measureCells({ document, names }: JourneyFile, measures: JourneyMeasures, locale: FileLocale) {
  const numbers = numbersIn(locale);
  const words = drawnWords[locale];
  const nameOf = new Map(names.touchpoints.map(({ id, name }) => [id, name]));
  const said = ({ metric, value, low, high, n }: Score) =>
    value === null || low === null || high === null
      ? `— (n ${numbers.number(n)}, ${words.tooFew})`
      : `${words.metric[metric]} ${numbers.score(metric, value)} ±${numbers.half({ metric, low, high })} (n ${numbers.number(n)})`;
  return new Map(
    document.steps.map(({ id }) => {
      const here = measures.touchpoints.filter(({ stepId, scores }) => stepId === id && scores.length > 0);
      const contacts = measures.steps.find((step) => step.id === id)?.contacts ?? 0;
      const lines = here.map(({ touchpointId, scores }) =>
        [here.length > 1 ? `${nameOf.get(touchpointId) ?? ""}${words.colon}` : "", scores.map(said).join(", ")].join(
          "",
        ),
      );
      return [id, [...lines, ...(contacts === 0 ? [] : [`${numbers.number(contacts)} ${words.contacts}`])].join("\n")];
    }),
  );
}
