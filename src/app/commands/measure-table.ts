import type { Figures, JourneyMeasures, Score } from "#insight/model.ts";

const whole = new Intl.NumberFormat("en");
const decimals = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The figures of a journey for a person at a terminal: a line a touchpoint, and under it a line a value of the split. */
export function measureTable({ journeyKey, from, to, touchpoints, whole: all }: JourneyMeasures): string {
  const rows = touchpoints.flatMap((one) => [
    row(`${one.name} (${one.key})`, one.step, one),
    ...one.split.map((split) => row(`  ${split.value || "(none)"}`, "", split)),
  ]);
  const table = [
    ["touchpoint", "step", "contacts", "people", "answers", "scores"],
    ...rows,
    row("whole journey", "", all),
  ];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const lines = table.map((cells) =>
    cells
      .map((cell, column) =>
        column >= 2 && column <= 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return `${[`${journeyKey}, ${from ?? "from the first day"} to ${to ?? "the last"}`, ...lines].join("\n")}\n`;
}

function row(name: string, step: string, { contacts, people, answers, scores }: Figures): string[] {
  return [
    name,
    step,
    whole.format(contacts),
    whole.format(people),
    whole.format(answers),
    scores.map(scoreText).join("; "),
  ];
}

function scoreText({ metric, n, value, low, high, trust }: Score): string {
  if (value === null || low === null || high === null) return `${metric} hidden (n ${n})`;
  return `${metric} ${decimals.format(value)} [${decimals.format(low)} … ${decimals.format(high)}] n ${whole.format(n)}${trust === "indicative" ? ", indicative" : ""}`;
}
