import { interviewLimits, type Passage, type TranscriptLine } from "./model.ts";

/** `00:01:05.250 --> 00:01:07,000`, of WebVTT and SubRip. */
const cueTimes = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3})[ \t]+-->[ \t]+((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3})/;
/** `[1:05]`, `[00:01:05.250 - 00:01:07]`, and `00:01:05 ` as meeting tools write it. */
const lineTimes =
  /^\[((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)(?:\s*-\s*((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?))?\]\s*|^(\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?)\s+/;
/** `Claire: `, of three words at most; `: ` says that nobody is named. */
const named = /^(?:(\p{Lu}[^\s:<>]{0,39}(?:[ \u00a0][^\s:<>]{1,39}){0,2})([ \u00a0]?):|:)(?:\s+|$)/u;
const voice = /^<v(?:\.[^\s<>]{0,40})?\s+([^<>]{0,200})>/;
const tag = /<\/?[a-z0-9:.][^<>]{0,200}>|\{\\[^{}]{0,100}\}/gi;
const signs: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  lcub: "{",
  quot: '"',
  "#39": "'",
  nbsp: " ",
  lrm: "",
  rlm: "",
};
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", "{": "&lcub;" };

/** Words as they were given, with when they were said. */
interface Said {
  words: string;
  startMs: number | null;
  endMs: number | null;
}

/**
 * Reads a transcript however it was pasted: WebVTT (W3C), SubRip, or lines of text that may begin with a time and a name.
 * Never fails; what is no line of speech is left out.
 */
export function readTranscript(given: string): TranscriptLine[] {
  const lines = given
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "")
    .toWellFormed()
    .split(/\r\n?|\n/);
  const isCues = /^WEBVTT(?:\s|$)/.test(lines[0] ?? "") || lines.some((line) => cueTimes.test(line));
  const said = isCues ? readCues(lines) : lines.map(readLine);
  const names = namesIn(said);
  return said.flatMap((each) => lineOf(each, names));
}

/** As text that `readTranscript` reads as the same lines, a line each. */
export function writeTranscript(lines: readonly TranscriptLine[]): string {
  return lines.map(writeLine).join("\n");
}

/** The words alone, a line each: what passages are counted in. */
export function textOf(lines: readonly TranscriptLine[]): string {
  return lines.map(({ text }) => text).join("\n");
}

/** Where each line begins in the text. */
export function lineStarts(lines: readonly TranscriptLine[]): number[] {
  let at = 0;
  return lines.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

/** When a passage was said, as far as its lines tell; a line without an end lasts until the next one begins. */
export function timesOf(
  lines: readonly TranscriptLine[],
  { start, end }: Passage,
): { fromMs: number; toMs: number } | null {
  const starts = lineStarts(lines);
  const held = lines
    .map((line, index) => ({ ...line, index, at: starts[index] ?? 0 }))
    .filter(({ at, text }) => at < end && at + text.length > start);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined || first.startMs === null) return null;
  const next = lines.slice(last.index + 1).find(({ startMs }) => startMs !== null)?.startMs;
  const toMs = last.endMs ?? next ?? last.startMs ?? first.startMs;
  return { fromMs: first.startMs, toMs: Math.max(first.startMs, toMs) };
}

/** `1:05`, `1:02:05`: a place in a recording, to the second. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, "0");
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
}

function readCues(lines: readonly string[]): Said[] {
  const cues: Said[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const times = cueTimes.exec(lines[at] ?? "");
    if (times === null) continue;
    const said: string[] = [];
    while (at + 1 < lines.length && !cueTimes.test(lines[at + 1] ?? "") && (lines[at + 1] ?? "").trim() !== "") {
      said.push(lines[at + 1] ?? "");
      at += 1;
    }
    // Without an empty line between two cues, the last line is the number of the next one.
    if (cueTimes.test(lines[at + 1] ?? "") && /^\s*\d+\s*$/.test(said.at(-1) ?? "")) said.pop();
    cues.push({ words: said.join(" "), startMs: millisecondsOf(times[1]), endMs: millisecondsOf(times[2]) });
  }
  return cues;
}

function readLine(line: string): Said {
  const times = lineTimes.exec(line.trimStart());
  return {
    words: line.trimStart().slice(times?.[0].length ?? 0),
    startMs: millisecondsOf(times?.[1] ?? times?.[3]),
    endMs: millisecondsOf(times?.[2]),
  };
}

/**
 * What stands before a colon and a space more than once: French sets a space before every colon, so that a sentence may
 * begin as a name does.
 */
function namesIn(said: readonly Said[]): ReadonlySet<string> {
  const spaced = said.flatMap(({ words }) => {
    const [, name, space] = named.exec(words.trim()) ?? [];
    return name === undefined || space === "" ? [] : [name];
  });
  return new Set(spaced.filter((name, at) => spaced.indexOf(name) !== at));
}

function lineOf({ words, startMs, endMs }: Said, names: ReadonlySet<string>): TranscriptLine[] {
  const given = words.trim();
  const [byTag, byName] = [voice.exec(given), named.exec(given)];
  const isName = byName?.[1] === undefined || byName[2] === "" || names.has(byName[1]);
  const head = byTag ?? (isName ? byName : null);
  const text = plain(given.slice(head?.[0].length ?? 0));
  if (text === "") return [];
  const isForward = startMs !== null && endMs !== null && startMs <= endMs;
  return [{ speaker: nameOf(head?.[1] ?? ""), text, startMs, endMs: isForward ? endMs : null }];
}

/** Without the marks of subtitles: `<i>`, `<00:01.000>`, `{\an8}`, `&amp;`. */
function plain(words: string): string {
  const decoded = words.replace(tag, "").replace(/&(#?\w{2,4});/g, (all, name: string) => signs[name] ?? all);
  return decoded.replace(/\s+/g, " ").trim();
}

function nameOf(given: string): string {
  return given
    .replace(/[\s<>:&]+/g, " ")
    .trim()
    .slice(0, interviewLimits.speaker)
    .toWellFormed()
    .trim();
}

/** The plainest way that is read as it was meant. */
function writeLine(line: TranscriptLine): string {
  const end = line.endMs === null ? "" : ` - ${timeOf(line.endMs)}`;
  const time = line.startMs === null ? "" : `[${timeOf(line.startMs)}${end}] `;
  const heads = line.speaker === "" ? ["", ": "] : [`${line.speaker}: `, `<v ${line.speaker}>`];
  const texts = [line.text, line.text.replace(/[&<{]/g, (sign) => escapes[sign] ?? sign)];
  const ways = texts.flatMap((text) => heads.map((head) => `${time}${head}${text}`));
  return ways.find((way) => isReadAs(way, line)) ?? line.text;
}

function isReadAs(written: string, line: TranscriptLine): boolean {
  // Twice, as it may well be: what is there more than once can be a name.
  const read = readTranscript(`${written}\n${written}`);
  return (
    read.length === 2 &&
    read.every(
      ({ speaker, text, startMs, endMs }) =>
        speaker === line.speaker && text === line.text && startMs === line.startMs && endMs === line.endMs,
    )
  );
}

function timeOf(milliseconds: number): string {
  const [seconds, rest] = [Math.floor(milliseconds / 1000), milliseconds % 1000];
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const time = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return rest === 0 ? time : `${time}.${String(rest).padStart(3, "0")}`;
}

function millisecondsOf(time: string | undefined): number | null {
  if (time === undefined) return null;
  const [whole = "", fraction = ""] = time.split(/[.,]/);
  const seconds = whole.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, "0"));
}
