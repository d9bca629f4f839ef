import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { keepConsents } from "#voice/index.ts";
import * as api from "../../api.ts";
import { interviewLimits, type Recording } from "../../interviews/model.ts";
import { silence } from "../../interviews/silence.testing.ts";
import { consent, interviewsOf } from "./interviews.testing.ts";
import { recordingFiles } from "./recording-files.ts";

let app: TestApp;
let made: ReturnType<typeof interviewsOf>;
let clock = new Date("2026-01-10T12:00:00Z");
beforeAll(async () => {
  app = await testApp({ now: () => clock });
  made = interviewsOf(app);
});
afterAll(() => app.close());

const wav = silence();
const folder = ({ id }: { id: string }) => join(app.deps.config.dataDir, "recordings", id);
const media = (
  { id }: { id: string },
  headers: Record<string, string> = {},
  as: "editor" | "viewer" | "outsider" = "editor",
) => app.as(as).fetch(`/api/v1/interview-recordings/${id}/media`, { headers });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

async function record(interview: { id: string }, bytes: Buffer = wav): Promise<Recording> {
  const recording = await made.begin(interview, bytes.length);
  expect((await made.send(recording, bytes)).status).toBe(200);
  return recording;
}

test("[V274] a recording comes in pieces, each where the last one ended, and goes on after a break", async () => {
  const recording = await made.begin(await made.create(), wav.length);
  expect(await (await made.send(recording, wav.subarray(0, 5_000))).json()).toMatchObject({
    received: 5_000,
    mediaType: "audio/wav",
  });
  expect((await media(recording)).status).toBe(404);
  expect(await codeOf(await made.send(recording, wav.subarray(4_000), 4_000))).toBe("conflict");
  const both = await Promise.all([
    made.send(recording, wav.subarray(5_000), 5_000),
    made.send(recording, wav.subarray(5_000), 5_000),
  ]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await codeOf(await made.send(recording, Buffer.from("x"), wav.length))).toBe("too_large");
  expect(Buffer.from(await (await media(recording)).arrayBuffer())).toEqual(wav);
  expect(readdirSync(folder(recording))).toEqual(["recording"]);
});

test("[V274] what is no recording is refused by its bytes, and nothing of it stays", async () => {
  const page = Buffer.from(`<html><script>alert(1)</script>${" ".repeat(100)}`);
  const recording = await made.begin(await made.create(), page.length, "claire.mp3");
  expect(await codeOf(await made.send(recording, page))).toBe("file_unreadable");
  expect(existsSync(folder(recording))).toBe(false);
  await expect(app.call(api.getRecording, { params: { recordingId: recording.id } })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("[V274] no more is taken than was said, at once, or than a workspace holds", async () => {
  const interview = await made.create();
  const recording = await made.begin(interview, 100);
  expect(await codeOf(await made.send(recording, wav))).toBe("too_large");
  expect(await codeOf(await made.send(recording, Buffer.alloc(interviewLimits.chunkBytes + 1)))).toBe("too_large");
  await expect(made.begin(interview, interviewLimits.fileBytes + 1)).rejects.toMatchObject({ code: "invalid_input" });
  const large = [];
  for (let at = 0; at < interviewLimits.workspaceBytes / interviewLimits.fileBytes - 1; at += 1)
    large.push(await made.begin(interview, interviewLimits.fileBytes));
  await expect(made.begin(await made.create(), interviewLimits.fileBytes)).rejects.toMatchObject({
    code: "limit_reached",
  });
  for (const { id } of large) await app.call(api.deleteRecording, { params: { recordingId: id } }, "editor");
});

test("[V275] a recording is played from anywhere by who may, and never as anything else", async () => {
  const recording = await record(await made.create());
  const whole = await media(recording);
  expect(whole.status).toBe(200);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "content-type": "audio/wav",
    "content-length": String(wav.length),
    "accept-ranges": "bytes",
    "content-disposition": 'inline; filename="recording.wav"',
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "no-store",
  });
  const part = await media(recording, { range: "bytes=8-11" });
  expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
    206,
    `bytes 8-11/${wav.length}`,
    "WAVE",
  ]);
  const beyond = await media(recording, { range: `bytes=${wav.length}-` });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${wav.length}`]);
  expect((await media(recording, {}, "viewer")).status).toBe(403);
  expect((await media(recording, {}, "outsider")).status).toBe(404);
});

test("[V280] a consent that is withdrawn erases bytes, transcript and quotes at once, and nothing is added after", async () => {
  const interview = await made.create({ contact: { kind: "phone", value: "+33612345678" } });
  const recording = await record(interview);
  await made.write(interview, "Dix minutes de queue");
  await made.mark(interview, "Dix minutes", { moment: { recordingId: recording.id, fromMs: 0, toMs: 10 } });
  expect(existsSync(folder(recording))).toBe(true);
  const ended = await app.call(api.withdrawConsent, { params: { interviewId: interview.id } }, "editor");
  expect(ended).toMatchObject({
    pseudonym: "",
    contact: null,
    transcript: [],
    files: [],
    ended: { why: "withdrawn" },
    consent: { purpose: consent.purpose },
    marks: [{ kind: "irritant", quote: "", passage: null, moment: null }],
  });
  expect(existsSync(folder(recording))).toBe(false);
  expect((await media(recording)).status).toBe(404);
  expect(JSON.stringify(await app.stores.pool.query("SELECT * FROM interview, interview_highlight"))).not.toContain(
    "Dix min",
  );
  await expect(made.begin(interview, 10)).rejects.toMatchObject({ code: "conflict" });
});

test("[V281] what was said goes the day after the consent ends, and recordings that never came whole after two days", async () => {
  const [over, kept] = [await made.create(), await made.create()];
  const body = { version: over.version, ...consent, until: "2026-01-10" };
  await app.call(api.recordConsent, { params: { interviewId: over.id }, body }, "editor");
  const [gone, stays] = [await record(over), await record(kept)];
  const unfinished = await made.begin(kept, 10);
  await app.stores.pool.query("UPDATE interview_recording SET created_at = $1", [clock]);
  const { config, stores, log } = app.deps;
  const editor = { edit: () => Promise.reject(new Error("no card stands on a highlight here")) };
  const deps = {
    db: stores.db,
    editor,
    now: () => clock,
    newId: app.deps.newId,
    recordings: recordingFiles(config.dataDir),
  };
  await keepConsents(deps, log);
  expect((await made.get(over)).ended).toBeNull();
  // Paris is at midnight an hour before Greenwich.
  clock = new Date("2026-01-10T23:30:00Z");
  await keepConsents(deps, log);
  expect((await made.get(over)).ended).toMatchObject({ why: "expired" });
  expect([existsSync(folder(gone)), existsSync(folder(stays))]).toEqual([false, true]);
  clock = new Date("2026-01-13T00:00:00Z");
  await keepConsents(deps, log);
  expect((await made.get(kept)).files.map(({ id }) => id)).toEqual([stays.id]);
  expect((await made.get(kept)).files.some(({ id }) => id === unfinished.id)).toBe(false);
});
