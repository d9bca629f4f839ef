import type { Generated, JSONColumnType } from "kysely";
import type {
  Audience,
  Ending,
  GuideSection,
  HighlightKind,
  Interview,
  InterviewConsent,
  InterviewDetails,
  TranscriptLine,
} from "../../interviews/model.ts";
import type { MediaType } from "../../interviews/media.ts";

type Json<T extends object | null> = JSONColumnType<T, string | null, string | null>;

export type InterviewTables = {
  interview_guide: {
    id: Generated<string>;
    workspace_id: string;
    journey_id: string | null;
    name: string;
    audience: Audience;
    language: "fr" | "en";
    sections: JSONColumnType<GuideSection[]>;
    version: Generated<number>;
    updated_at: Generated<Date>;
  };
  interview: {
    id: Generated<string>;
    workspace_id: string;
    guide_id: string | null;
    pseudonym: string;
    participant: Generated<Interview["participant"]>;
    persona_id: string | null;
    segment: Generated<string>;
    contact: Json<NonNullable<InterviewDetails["contact"]> | null>;
    person_ref: string | null;
    held_on: string;
    interviewer: Generated<string>;
    channel: Generated<Interview["channel"]>;
    state: Generated<Interview["state"]>;
    notes: Generated<string>;
    consent: Json<(InterviewConsent & { by: string | null }) | null>;
    ended_at: Date | null;
    ending: Ending | null;
    transcript: Json<TranscriptLine[] | null>;
    version: Generated<number>;
  };
  interview_recording: {
    id: Generated<string>;
    workspace_id: string;
    interview_id: string;
    name: string;
    bytes: number;
    received: Generated<number>;
    media_type: MediaType | null;
    created_at: Generated<Date>;
  };
  interview_card: {
    id: Generated<string>;
    workspace_id: string;
    journey_id: string;
    card_id: string;
    evidence: Generated<string>;
  };
  interview_highlight: {
    id: Generated<string>;
    interview_id: string;
    kind: HighlightKind;
    quote: string;
    note: string;
    tags: string[];
    starts: number | null;
    ends: number | null;
    from_ms: number | null;
    to_ms: number | null;
    recording_id: string | null;
    journey_id: string | null;
    step_id: string | null;
    touchpoint_id: string | null;
    card_id: string | null;
    created_by: string | null;
    created_at: Generated<Date>;
  };
};
