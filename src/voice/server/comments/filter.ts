import { spanOf } from "#insight/period.ts";
import { AppError } from "#platform/errors.ts";
import type { CommentFilter } from "../../comments/model.ts";
import { givenWhere } from "./given.ts";

/** Statements about the comments of a filter, with their bound parameters: nothing that anybody wrote becomes part of one. */
export interface CommentScope {
  /** Conditions on what was given. */
  events: string;
  /** Conditions on the newest readings. */
  readings: string;
  params: Record<string, unknown>;
}

/** @throws AppError `invalid_input` for a period that ends before it begins */
export function scopeOf(workspaceId: string, timeZone: string, filter: CommentFilter): CommentScope {
  const { from, to, touchpoint, source, topic, polarity, disagreement, signal, language, words = "" } = filter;
  if (from !== undefined && to !== undefined && from > to)
    throw new AppError("invalid_input", `The period ends (${to}) before it begins (${from}).`, {
      remedy: "Give a first day that is not after the last.",
    });
  const params: Record<string, unknown> = { workspaceId };
  const events = ["workspace_id = {workspaceId:UUID}"];
  const readings = ["workspace_id = {workspaceId:UUID}"];
  const ask = (list: string[], condition: string, name: string, value: unknown) => {
    if (value === undefined) return;
    list.push(condition);
    params[name] = value;
  };
  const day = (text: string) => spanOf({ from: text, to: text }, timeZone);
  ask(events, "occurred_at >= {start:DateTime64(3, 'UTC')}", "start", from && new Date(day(from).start));
  ask(events, "occurred_at < {end:DateTime64(3, 'UTC')}", "end", to && new Date(day(to).end));
  ask(events, "touchpoint_key = {touchpoint:String}", "touchpoint", touchpoint);
  ask(events, "source = {source:String}", "source", source === "surveys" ? "" : source);
  ask(readings, "has(topics, {topic:String})", "topic", topic);
  ask(readings, "polarity = {polarity:String}", "polarity", polarity);
  ask(readings, "has(signals, {signal:String})", "signal", signal);
  ask(readings, "language = {language:String}", "language", language);
  if (disagreement === "any") readings.push("disagreement != ''");
  else ask(readings, "disagreement = {disagreement:String}", "disagreement", disagreement);
  for (const [at, word] of plain(words).split(/\s+/).filter(Boolean).slice(0, mostWords).entries())
    ask(events, `position(${plainComment}, {word${at}:String}) > 0`, `word${at}`, word);
  return { events: events.join(" AND "), readings: readings.join(" AND "), params };
}

/** The comments of a scope with what was read out of them; `columns` of both tables by their names. */
export function commentsOf({ events, readings }: CommentScope, columns: string): string {
  return `SELECT ${columns} FROM (
      SELECT event_id, occurred_at, touchpoint_key, metric, score, comment, source FROM ${givenWhere(events)}
    ) AS given INNER JOIN (
      SELECT event_id, language, polarity, topics, signals, disagreement, corrected, reading
      FROM comment_reading FINAL WHERE ${readings}
    ) AS told USING (event_id)`;
}

const mostWords = 10;
const plainComment = String.raw`replaceRegexpAll(normalizeUTF8NFKD(lowerUTF8(comment)), '\\p{Mn}', '')`;

/** As the store reads a comment to look for words in it. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "");
}
