/** What one contender did: the same measure taken several times in one run, in the unit of the report. */
export interface Series {
  name: string;
  values: readonly number[];
}

interface Question {
  /** What is measured, e.g. "import of 1,000,000 rows". */
  title: string;
  unit: string;
  /** Whether a larger figure is the better one. */
  better: "more" | "less";
}

/** One who is measured: `run` does the work once and answers its figure. */
interface Contender {
  name: string;
  run: () => Promise<number>;
}

/**
 * Measures us and the named peers by turns, so that a change of the machine's mood touches all alike, and prints the
 * report. The first turn warms up and does not count.
 */
export async function compare(
  question: Question,
  turns: number,
  ours: Contender,
  ...peers: Contender[]
): Promise<void> {
  const taken = [ours, ...peers].map(({ name, run }) => ({ name, run, values: [] as number[] }));
  for (let turn = 0; turn <= turns; turn++) {
    for (const { run, values } of taken) {
      const value = await run();
      if (turn > 0) values.push(value);
    }
  }
  const [first, ...others] = taken;
  if (first !== undefined) printReport(question, first, ...others);
}

/** Prints a table: for each contender repetitions, median, spread (smallest–largest), and our median against its own. */
export function printReport({ title, unit, better }: Question, ours: Series, ...peers: Series[]): void {
  const rows = [ours, ...peers].map(({ name, values }) => [
    name,
    {
      n: values.length,
      median: `${round(median(values))} ${unit}`,
      spread: `${round(Math.min(...values))}–${round(Math.max(...values))}`,
      "ours to it": name === ours.name ? "" : `${(median(ours.values) / median(values)).toFixed(2)} ×`,
    },
  ]);
  console.log(`\n${title} (${better} is better)`);
  console.table(Object.fromEntries(rows));
}

/** The middle one of the values, or between the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** Three significant digits: no benchmark here means more. */
function round(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en");
}
