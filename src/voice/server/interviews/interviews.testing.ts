import { createJourney } from "#journey/api.ts";
import type { TestApp } from "#testing/app.ts";
import * as api from "../../api.ts";
import type { Highlight, InterviewDetails, Recording } from "../../interviews/model.ts";

export const consent = {
  purpose: "Améliorer le passage en caisse",
  way: "written" as const,
  givenOn: "2026-01-05",
  until: "2099-12-31",
};

/** What tests do with interviews of an app's workspace, as an editor. */
export function interviewsOf(app: TestApp) {
  const editor = app.as("editor");
  const params = { workspaceId: app.workspaceId };
  const one = ({ id }: { id: string }) => ({ interviewId: id });
  const get = (interview: { id: string }) => editor.call(api.getInterview, { params: one(interview) });
  return {
    get,
    journey: async (): Promise<string> => {
      const document = {
        name: "",
        stages: [{ id: "sale", name: "Vente" }],
        steps: [{ id: "pay", stageId: "sale", name: "Je paie" }],
        lanes: [{ id: "pains", kind: "irritant" as const, name: "" }],
        cards: [{ id: "known", laneId: "pains", stepId: "pay", text: "File" }],
        placements: [],
      };
      return (await editor.call(createJourney, { params, body: { name: "Magasin", document } })).id;
    },
    /** An interview whose participant has consented. */
    create: async (facts: object = {}): Promise<InterviewDetails> => {
      const { id, version } = await editor.call(api.createInterview, {
        params,
        body: { heldOn: "2026-01-05", ...facts },
      });
      return editor.call(api.recordConsent, { params: { interviewId: id }, body: { version, ...consent } });
    },
    write: async (interview: { id: string }, text: string) =>
      editor.call(api.saveTranscript, {
        params: one(interview),
        body: { version: (await get(interview)).version, text },
      }),
    mark: async (interview: { id: string }, words: string, part: object = {}): Promise<Highlight> => {
      const { version, transcript } = await get(interview);
      const start = transcript
        .map(({ text }) => text)
        .join("\n")
        .indexOf(words);
      const body = {
        version,
        kind: "irritant" as const,
        note: "",
        tags: [],
        step: null,
        touchpointId: null,
        passage: { start, end: start + words.length },
        moment: null,
        ...part,
      };
      return editor.call(api.addHighlight, { params: one(interview), body });
    },
    begin: (interview: { id: string }, bytes: number, name = "claire.wav"): Promise<Recording> =>
      editor.call(api.createRecording, { params: one(interview), body: { name, bytes } }),
    send: (recording: { id: string }, piece: Uint8Array, from = 0): Promise<Response> => {
      const form = new FormData();
      form.append("piece", new Blob([new Uint8Array(piece)]), "piece");
      return editor.fetch(`/api/v1/interview-recordings/${recording.id}/pieces?from=${from}`, {
        method: "POST",
        body: form,
      });
    },
  };
}
