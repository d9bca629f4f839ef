import { type Band, type Pair, predict, train } from "./polarity.ts";
import { seeded, shuffled } from "./random.ts";

/** Of `n` comments of one side, how many were recognised and how many were left unsure. */
export interface Recall {
  n: number;
  hits: number;
  unsure: number;
}

/** Every comment is one side or the other: recall is told without a band unless one is asked for. */
const noBand: Band = { low: 0.5, high: 0.5 };

/**
 * How well a model recognises comments it has not learnt from: each fold is judged by a model of the others.
 * The folds hold the two sides in equal shares, and depend on the seed only.
 * @throws RangeError for fewer than two folds.
 */
export function crossValidate(
  pairs: readonly Pair[],
  folds: number,
  seed: number,
  band = noBand,
): { positive: Recall; negative: Recall } {
  if (!Number.isInteger(folds) || folds < 2) throw new RangeError("Cross-validation wants two folds or more.");
  const random = seeded(seed);
  const dealt = [true, false]
    .flatMap((side) =>
      shuffled(
        pairs.filter(({ positive }) => positive === side),
        random,
      ),
    )
    .map((pair, at) => ({ pair, fold: at % folds }));
  const recall = { positive: { n: 0, hits: 0, unsure: 0 }, negative: { n: 0, hits: 0, unsure: 0 } };
  for (let fold = 0; fold < folds; fold++) {
    const model = train(
      dealt.filter((one) => one.fold !== fold).map(({ pair }) => pair),
      seed,
    );
    for (const { pair } of dealt.filter((one) => one.fold === fold)) {
      const side = pair.positive ? "positive" : "negative";
      const { label } = predict(model, pair.comment, band, pair.form);
      recall[side].n++;
      if (label === side) recall[side].hits++;
      if (label === "unsure") recall[side].unsure++;
    }
  }
  return recall;
}
