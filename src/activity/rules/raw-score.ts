import type { Decimal, Metric } from "../model.ts";
import { readNumber } from "./numbers.ts";

const yesNo = new Map([
  ...["yes", "oui", "y", "o", "true", "vrai"].map((word) => [word, 1] as const),
  ...["no", "non", "n", "false", "faux"].map((word) => [word, 0] as const),
]);

/** Reads a cell as an answer to a metric: a number or, of yes/no, also its word in English or French; null when it is neither. */
export function readRawScore(metric: Metric, text: string, decimal: Decimal): number | null {
  const said = metric === "yesNo" ? yesNo.get(text.trim().toLowerCase()) : undefined;
  return said ?? readNumber(text, decimal);
}
