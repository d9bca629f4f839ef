import { readComment } from "#voice/comments/rules.ts";
import { openBook } from "#voice/server/comments/jobs.ts";
import { tuning } from "#voice/text/comments.testing.ts";
import { englishLexicon } from "#voice/text/lexicon-en.ts";
import { frenchLexicon } from "#voice/text/lexicon-fr.ts";
import { compare } from "./report.ts";

/**
 * How many comments one core reads in a second, beside the least that tells happy from unhappy: the same lexicons looked up word
 * by word, which is what the small sentiment packages do. The whole reading is also language, denials, topics with
 * their characters, signals, disagreement with the score, and what is personal left out.
 *   node bench/comments.ts [turns = 7] [comments a turn = 20000]
 */
const turns = Number(process.argv[2] ?? 7);
const comments = Number(process.argv[3] ?? 20_000);

const book = openBook({ topics: null, model: null });
const weights = new Map(
  [frenchLexicon, englishLexicon].flatMap((lexicon) =>
    Object.entries(lexicon).flatMap(([weight, words]) =>
      words.split(/\s+/).map((word) => [word.replace("*", ""), Number(weight)] as const),
    ),
  ),
);
const letters = /\p{L}+/gu;

await compare(
  { title: `${comments.toLocaleString("en")} comments in French and English`, unit: "comments/s", better: "more" },
  turns,
  {
    name: "the whole reading",
    run: async () =>
      each(
        (comment, language) => readComment(book, { comment, language, metric: "nps", score: 9 }).polarity.probability,
      ),
  },
  {
    name: "the lexicon, word by word",
    run: async () =>
      each((comment) =>
        (comment.toLowerCase().match(letters) ?? []).reduce((sum, word) => sum + (weights.get(word) ?? 0), 0),
      ),
  },
);

/** Comments a second; what is read of each adds up, so that none is read for nothing. */
function each(read: (comment: string, language: string) => number): number {
  let sum = 0;
  const began = performance.now();
  for (let n = 0; n < comments; n++) {
    const one = tuning[n % tuning.length];
    // No two are the same text.
    if (one !== undefined) sum += read(`${one.text} ${n}`, one.language);
  }
  const seconds = (performance.now() - began) / 1000;
  if (Number.isNaN(sum)) throw new Error("a comment was not read");
  return comments / seconds;
}
