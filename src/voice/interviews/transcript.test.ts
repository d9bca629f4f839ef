import fc from "fast-check";
import { expect, test } from "vitest";
import type { TranscriptLine } from "./model.ts";
import { clock, lineStarts, readTranscript, textOf, timesOf, writeTranscript } from "./transcript.ts";

const line = (text: string, part: Partial<TranscriptLine> = {}): TranscriptLine => ({
  speaker: "",
  text,
  startMs: null,
  endMs: null,
  ...part,
});

test("[V276] WebVTT is read with its times and voices, without its notes, styles, settings and tags", () => {
  const vtt = `\uFEFFWEBVTT - Claire

NOTE not said
at all

STYLE
::cue { color: red }

intro
00:01.250 --> 00:02.500 align:start position:10%
<v.loud Claire>Bonjour, <i>je</i> cherchais
<00:02.000>la caisse &amp; le rayon

01:00:03,000 --> 01:00:04.000
Marc : oui &lt;3

01:00:05.000 --> 01:00:04.000
Marc : non`;
  expect(readTranscript(vtt)).toEqual([
    line("Bonjour, je cherchais la caisse & le rayon", { speaker: "Claire", startMs: 1250, endMs: 2500 }),
    line("oui <3", { speaker: "Marc", startMs: 3_603_000, endMs: 3_604_000 }),
    line("non", { speaker: "Marc", startMs: 3_605_000 }),
  ]);
});

test("[V276] SubRip is read, whatever ends its lines, and where the empty lines between its cues are lost", () => {
  const srt =
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}J’attends\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n<b>encore</b>\r\n\r\n3\r\n";
  expect(readTranscript(srt)).toEqual([
    line("J’attends", { startMs: 1000, endMs: 2000 }),
    line("encore", { startMs: 2000, endMs: 3000 }),
  ]);
});

test("[V276] lines of text may begin with a time and a name; a sentence with a colon is no name", () => {
  const pasted = `[1:05] Claire Leroux : j’attends
[00:01:07 - 00:01:09.500] Claire Leroux : toujours
00:01:10 Marc: ah
Par exemple : la caisse

il a dit : non
: Non : personne`;
  expect(readTranscript(pasted)).toEqual([
    line("j’attends", { speaker: "Claire Leroux", startMs: 65_000 }),
    line("toujours", { speaker: "Claire Leroux", startMs: 67_000, endMs: 69_500 }),
    line("ah", { speaker: "Marc", startMs: 70_000 }),
    line("Par exemple : la caisse"),
    line("il a dit : non"),
    line("Non : personne"),
  ]);
});

const sign = fc.constantFrom(
  ...Array.from("aÉ1:.<>&;{}[]-\\\n\r\t \u00a0\0\uD800é/v"),
  "<v ",
  "-->",
  "WEBVTT",
  "00:01.000",
  "&amp;",
  "[00:05]",
);
const hostile = fc.array(sign, { maxLength: 60 }).map((parts) => parts.join(""));

test("[V276] whatever is pasted, what is read is whole: lines with words, times that do not run backwards", () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (given) => {
      for (const { speaker, text, startMs, endMs } of readTranscript(given)) {
        expect(text).toBe(text.trim());
        expect(text).not.toBe("");
        expect(`${speaker}${text}`).not.toMatch(/[\n\r\0]/);
        expect(`${speaker}${text}`.isWellFormed()).toBe(true);
        expect(endMs === null || (startMs !== null && startMs <= endMs)).toBe(true);
      }
    }),
    { seed: 276, numRuns: 500 },
  );
});

test("[V277] a transcript that is written to be edited is read as the same lines", () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (given) => {
      const lines = readTranscript(given);
      expect(readTranscript(writeTranscript(lines))).toEqual(lines);
    }),
    { seed: 277, numRuns: 500 },
  );
  expect(writeTranscript(readTranscript("1\n00:00:01,500 --> 00:00:02,000\nClaire: j’attends"))).toBe(
    "[00:00:01.500 - 00:00:02] Claire: j’attends",
  );
});

test("[V276] a million hostile characters are read in one pass", () => {
  for (const part of [
    "<",
    "<v ",
    "&amp",
    "A ",
    "Aa Bb Cc",
    "{\\",
    "0:",
    "00:00:01.000 --> 00:00:02.000\n",
    "[00:00:01",
  ]) {
    expect(readTranscript(part.repeat(1_000_000 / part.length)).length).toBeLessThan(40_000);
  }
});

test("[V279] a passage was said from when its first line begins to when its last one ends, or the next one begins", () => {
  const lines = [
    line("un deux", { startMs: 0, endMs: 900 }),
    line("trois", { startMs: 1000 }),
    line("quatre"),
    line("cinq", { startMs: 5000 }),
  ];
  const text = textOf(lines);
  const passage = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  expect(lineStarts(lines)).toEqual([0, 8, 14, 21]);
  expect(timesOf(lines, passage("deux"))).toEqual({ fromMs: 0, toMs: 900 });
  expect(timesOf(lines, passage("deux\ntrois"))).toEqual({ fromMs: 0, toMs: 5000 });
  expect(timesOf(lines, passage("cinq"))).toEqual({ fromMs: 5000, toMs: 5000 });
  expect(timesOf(lines, passage("quatre"))).toBeNull();
  expect([clock(65_900), clock(3_725_000)]).toEqual(["1:05", "1:02:05"]);
});
