import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { createTouchpoint } from "#touchpoint/api.ts";
import { urlOf } from "#ui/call.ts";
import * as api from "../api.ts";
import { type Journey, JourneyDocument } from "../model.ts";
import { sampleDraft } from "../render/sample.testing.ts";

let app: TestApp;
let journey: Journey;

beforeAll(async () => {
  app = await testApp();
  const params = { workspaceId: app.workspaceId };
  const { id } = await app.call(
    createTouchpoint,
    { params, body: { name: "Conseil en rayon", channelId: null, teamId: null, initiator: "customer" } },
    "editor",
  );
  const placement = {
    id: "one",
    stepId: "s0",
    touchpointId: id,
    importance: 4,
    momentOfTruth: true,
    expectation: null,
  };
  const document = JourneyDocument.parse({
    ...sampleDraft,
    placements: [placement],
    personas: [],
  });
  const body = { name: "Rénover « sa » cuisine", kind: "blueprint" as const, state: "lived" as const, document };
  journey = await app.call(api.createJourney, { params, body }, "editor");
});
afterAll(() => app.close());

type Export = typeof api.exportSvg | typeof api.exportPng | typeof api.exportPdf;

function take(
  contract: Export,
  query: Record<string, unknown> = {},
  visitor: Visitor = "viewer",
  journeyId = journey.id,
) {
  return app.as(visitor).fetch(urlOf(contract.path, { journeyId }, query));
}

async function bytesOf(contract: Export, query: Record<string, unknown> = {}): Promise<Buffer> {
  const answer = await take(contract, query);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

test.each([
  [api.exportSvg, "svg"],
  [api.exportPng, "png"],
  [api.exportPdf, "pdf"],
  [api.exportPptx, "pptx"],
] as const)("[R26, R27] who may read a journey takes it away: %#", async (contract, extension) => {
  const answer = await take(contract);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain(contract.stream);
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="Renover sa cuisine.${extension}"; filename*=UTF-8''R%C3%A9nover%20%C2%AB%20sa%20%C2%BB%20cuisine.${extension}`,
  );
  expect((await take(contract, {}, "outsider")).status).toBe(404);
  expect((await take(contract, {}, "anonymous")).status).toBe(401);
  expect((await take(contract, {}, "viewer", randomUUID())).status).toBe(404);
});

test("[R20, R22] the drawing says the map in the reader's language", async () => {
  const svg = (await bytesOf(api.exportSvg, { locale: "en", measures: false })).toString();
  expect(svg).toContain("Service blueprint");
  expect(svg).toContain("Conseil en rayon");
  expect(svg).not.toContain("no answers");
});

test("[R21] a picture has the size that its scale says, and one beyond all measure is refused", async () => {
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [once, twice] = [await bytesOf(api.exportPng, { scale: 1 }), await bytesOf(api.exportPng, { scale: 2 })];
  const [width = 0, height = 0] = sizeOf(once);
  expect(width).toBeGreaterThan(2000);
  expect(sizeOf(twice).map((size, at) => Math.abs(size - 2 * [width, height][at]!) <= 1)).toEqual([true, true]);
  const refused = await take(api.exportPng, { scale: 50 });
  expect(refused.status).toBe(422);
});

test("[R22, R24] a PDF has its pages, its fonts and its text", async () => {
  const whole = (await bytesOf(api.exportPdf)).toString("latin1");
  expect(pagesIn(whole)).toBe(1);
  expect(whole).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter/);
  expect(whole).toMatch(/\/BaseFont \/[A-Z]{6}\+BricolageGrotesque/);
  // What tells a reader which letters the glyphs are, so that it can search and copy them.
  expect(whole).toContain("/ToUnicode");
  expect(
    pagesIn((await bytesOf(api.exportPdf, { paper: "a4", cut: "stages" })).toString("latin1")),
  ).toBeGreaterThanOrEqual(5);
  expect(pagesIn((await bytesOf(api.exportPdf, { paper: "a3", wide: 3 })).toString("latin1")) % 3).toBe(0);
});

const pagesIn = (pdf: string) => [...pdf.matchAll(/\/Type \/Page\b(?!s)/g)].length;

test("[R25] slides are shapes and text of PowerPoint's own", async () => {
  const files = unzipSync(new Uint8Array(await bytesOf(api.exportPptx, { locale: "fr" })));
  const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides.length).toBeGreaterThanOrEqual(7);
  const all = slides.map((name) => strFromU8(files[name]!)).join("\n");
  for (const shape of ["roundRect", "ellipse", "diamond", "line"]) expect(all).toContain(`prst="${shape}"`);
  expect(all).toContain("<a:custGeom>");
  expect(all).not.toContain("<p:pic>");
  expect(all).toContain("<a:t>Un vendeur qui a posé lui-même sa cuisine me dessine le plan</a:t>");
  const notes = Object.keys(files).filter((name) => name.startsWith("ppt/notesSlides/notesSlide"));
  expect(notes.map((name) => strFromU8(files[name]!)).join("\n")).toContain("Preuve\u00a0: 211 verbatims, octobre");
});

test("[R20, R25] hostile text is only text in every file", async () => {
  const name = `<script>alert("1")</script>&\u0001\u{1F642}`;
  const params = { workspaceId: app.workspaceId };
  const document = JourneyDocument.parse({
    name,
    stages: [{ id: "g", name }],
    steps: [{ id: "s", stageId: "g", name }],
    lanes: [{ id: "l", kind: "irritant", name }],
    cards: [{ id: "c", laneId: "l", stepId: "s", text: name, evidence: name }],
    placements: [],
  });
  const { id } = await app.call(api.createJourney, { params, body: { name: "hostile", document } }, "editor");
  const answers = await Promise.all(
    [api.exportSvg, api.exportPng, api.exportPdf, api.exportPptx].map((contract) => take(contract, {}, "viewer", id)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await answers[0]!.text()).not.toContain("<script");
  const files = unzipSync(new Uint8Array(await answers[3]!.arrayBuffer()));
  const xml = Object.keys(files)
    .filter((name) => name.endsWith(".xml"))
    .map((name) => strFromU8(files[name]!))
    .join("\n");
  expect(xml).not.toContain("<script");
  // oxlint-disable-next-line no-control-regex -- what XML does not know
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
});
