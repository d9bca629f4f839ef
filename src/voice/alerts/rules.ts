import type { CommentReading } from "../comments/model.ts";
import type { Asked } from "../model.ts";
import { leanOf } from "../text/lean.ts";
import { impersonalWords } from "../text/mask.ts";
import { phraseBook, phrasesIn } from "../text/phrases.ts";
import type { Span } from "../text/words.ts";
import type { AlertCondition, AlertRuleDraft, AlertTrigger } from "./model.ts";

/** What conditions look at; `reading` is only needed where `needsReading` says so. */
export interface WatchedAnswer {
  metric: Asked;
  score: number | null;
  comment: string;
}

type ConditionOf<Kind extends AlertCondition["kind"]> = Extract<AlertCondition, { kind: Kind }>;
type ReadCondition = ConditionOf<"topics" | "signals" | "disagreement">;
type PlainCondition = Exclude<AlertCondition, ReadCondition>;

/** Whether what a comment says must be known, and not only what it is. */
function isRead(condition: AlertCondition): condition is ReadCondition {
  return condition.kind === "topics" || condition.kind === "signals" || condition.kind === "disagreement";
}

/**
 * The characters of the comment for which all conditions hold, none where they hold without; null when one does not.
 * The comment is read only once everything else holds.
 */
export async function findIn(
  conditions: readonly AlertCondition[],
  answer: WatchedAnswer,
  read: () => Promise<CommentReading>,
): Promise<Span[] | null> {
  const plain = conditions.filter((condition): condition is PlainCondition => !isRead(condition));
  const found = all(plain, (condition) => foundPlainly(condition, answer));
  const ofWords = conditions.filter(isRead);
  if (found === null || ofWords.length === 0) return found;
  if (answer.comment === "") return null;
  const reading = await read();
  const foundInWords = all(ofWords, (condition) => foundInReading(condition, reading));
  return foundInWords === null ? null : [...found, ...foundInWords];
}

function all<One>(conditions: readonly One[], find: (condition: One) => Span[] | null): Span[] | null {
  const found = conditions.map(find);
  return found.includes(null) ? null : found.flatMap((spans) => spans ?? []);
}

function foundPlainly(condition: PlainCondition, { metric, score, comment }: WatchedAnswer): Span[] | null {
  const { kind } = condition;
  if (kind === "comment") return comment.trim() === "" ? null : [];
  if (kind === "words") return some(wordSpans(condition.anyOf, comment));
  if (score === null) return null;
  if (kind === "lean") return leanOf(metric, score) === condition.lean ? [] : null;
  const { atLeast, atMost } = condition;
  const isWithin = score >= (atLeast ?? Number.NEGATIVE_INFINITY) && score <= (atMost ?? Number.POSITIVE_INFINITY);
  return metric === condition.metric && isWithin ? [] : null;
}

function foundInReading(condition: ReadCondition, { topics, signals, disagreement }: CommentReading): Span[] | null {
  if (condition.kind === "disagreement") return disagreement === null ? null : [];
  if (condition.kind === "signals") return some(signals.filter(({ kind }) => condition.anyOf.includes(kind)));
  return some(topics.filter(({ id }) => condition.anyOf.includes(id)).flatMap(({ spans }) => spans));
}

/** Where a comment has one of these words or phrases; what is personal in it is not looked at. */
function wordSpans(phrases: readonly string[], comment: string): Span[] {
  const words = impersonalWords(comment);
  const book = phraseBook(phrases.map((phrase) => [phrase, null]));
  return [...phrasesIn(book, words)].flatMap(({ at, length }) => {
    const [first, last] = [words[at], words[at + length - 1]];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}

const some = (spans: readonly Span[]): Span[] | null =>
  spans.length === 0 ? null : spans.map(({ start, end }) => ({ start, end }));

/** What of a rule is looked at. */
export type Watched = Pick<AlertRuleDraft, "trigger" | "touchpointIds" | "surveyIds">;

/** What keeps a rule from ever being set off, by its place; a score that its scale does not have is none. */
export function issuesOf({ trigger, surveyIds }: Watched): { path: string; code: string; message: string }[] {
  if (!looksAtSurveys(trigger))
    return surveyIds.length === 0
      ? []
      : [{ path: "surveyIds", code: "not_watched", message: "a touchpoint is watched, whatever asks there" }];
  if (trigger.kind !== "answer") return [];
  return trigger.conditions.flatMap((condition, n) => {
    const path = `trigger.conditions.${n}`;
    if (condition.kind === "words" && !canLookUp(condition.anyOf))
      return [{ path, code: "unusable_word", message: "cannot be looked up: begin with two letters or more" }];
    if (condition.kind === "score" && condition.atLeast === null && condition.atMost === null)
      return [{ path, code: "no_bound", message: "needs a lowest or a highest score" }];
    return [];
  });
}

/** Whether a rule tells one survey from another. */
export function looksAtSurveys(trigger: AlertTrigger): boolean {
  return trigger.kind === "answer" || (trigger.kind === "silence" && trigger.of === "surveys");
}

function canLookUp(phrases: readonly string[]): boolean {
  try {
    phraseBook(phrases.map((phrase) => [phrase, null]));
    return true;
  } catch {
    return false;
  }
}
