import { z } from "zod";
import { route } from "#platform/http/route.ts";
import {
  GuideSections,
  Highlight,
  HighlightFacts,
  highlightKinds,
  Insight,
  insightKinds,
  Interview,
  InterviewConsent,
  InterviewDetails,
  InterviewFacts,
  InterviewGuide,
  interviewLimits,
  Moment,
  Passage,
  Recording,
} from "../interviews/model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const oneGuide = z.object({ guideId: z.uuid() });
const one = z.object({ interviewId: z.uuid() });
const oneRecording = z.object({ recordingId: z.uuid() });
const oneHighlight = z.object({ highlightId: z.uuid() });
const version = z.object({
  /** The one that was seen: somebody may have changed it meanwhile (409). */
  version: z.int32(),
});

export const listGuides = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/interview-guides",
  summary: "Interview guides of a workspace",
  permission: "interview:read",
  params: inWorkspace,
  response: z.array(InterviewGuide),
});
/** Ready questions for each step of the journey, or without one an opening and a closing. */
export const createGuide = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/interview-guides",
  summary: "Make an interview guide out of a journey",
  permission: "interview:edit",
  params: inWorkspace,
  body: InterviewGuide.pick({ name: true, audience: true, language: true, journeyId: true }),
  response: InterviewGuide,
});
export const getGuide = route({
  method: "GET",
  path: "/api/v1/interview-guides/:guideId",
  summary: "One interview guide",
  permission: "interview:read",
  params: oneGuide,
  response: InterviewGuide,
});
export const saveGuide = route({
  method: "PUT",
  path: "/api/v1/interview-guides/:guideId",
  summary: "Change an interview guide",
  permission: "interview:edit",
  params: oneGuide,
  body: version.extend({ name: InterviewGuide.shape.name, sections: GuideSections }),
  response: InterviewGuide,
});
export const deleteGuide = route({
  method: "DELETE",
  path: "/api/v1/interview-guides/:guideId",
  summary: "Delete an interview guide",
  permission: "interview:edit",
  params: oneGuide,
});

/** The latest first. */
export const listInterviews = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/interviews",
  summary: "Interviews of a workspace",
  permission: "interview:read",
  params: inWorkspace,
  response: z.array(Interview),
});
/** Without a name the participant is called P and the next number. */
export const createInterview = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/interviews",
  summary: "Plan an interview",
  permission: "interview:edit",
  params: inWorkspace,
  body: InterviewFacts.partial().extend({ heldOn: InterviewFacts.shape.heldOn }),
  response: InterviewDetails,
});
/** Whom it was with in clear is told to who may read people. */
export const getInterview = route({
  method: "GET",
  path: "/api/v1/interviews/:interviewId",
  summary: "One interview, with what was said and marked",
  permission: "interview:read",
  params: one,
  response: InterviewDetails,
});
export const changeInterview = route({
  method: "PATCH",
  path: "/api/v1/interviews/:interviewId",
  summary: "Change what is said of an interview",
  permission: "interview:edit",
  params: one,
  body: version.extend(InterviewFacts.partial().shape),
  response: InterviewDetails,
});
export const recordConsent = route({
  method: "PUT",
  path: "/api/v1/interviews/:interviewId/consent",
  summary: "Write down what a participant consents to",
  permission: "interview:edit",
  params: one,
  body: version.extend(InterviewConsent.shape),
  response: InterviewDetails,
});
/** Erases recordings, transcript, quotes, notes and whom it was with, for good. */
export const withdrawConsent = route({
  method: "POST",
  path: "/api/v1/interviews/:interviewId/withdraw",
  summary: "Erase what a participant said who withdraws their consent",
  permission: "interview:edit",
  params: one,
  response: InterviewDetails,
});
export const deleteInterview = route({
  method: "DELETE",
  path: "/api/v1/interviews/:interviewId",
  summary: "Delete an interview with all that was marked in it",
  permission: "interview:edit",
  params: one,
});

/** WebVTT, SubRip or text; highlights stay where their words are. An empty text takes the transcript away. */
export const saveTranscript = route({
  method: "PUT",
  path: "/api/v1/interviews/:interviewId/transcript",
  summary: "Write the transcript of an interview",
  permission: "interview:edit",
  params: one,
  body: version.extend({ text: z.string().max(interviewLimits.characters) }),
  response: InterviewDetails,
});

/** Its bytes follow in pieces. */
export const createRecording = route({
  method: "POST",
  path: "/api/v1/interviews/:interviewId/recordings",
  summary: "Begin to send a recording",
  permission: "interview:edit",
  params: one,
  body: z.object({ name: Recording.shape.name, bytes: z.number().int().min(1).max(interviewLimits.fileBytes) }),
  response: Recording,
});
export const getRecording = route({
  method: "GET",
  path: "/api/v1/interview-recordings/:recordingId",
  summary: "How much of a recording is here",
  permission: "interview:read",
  params: oneRecording,
  response: Recording,
});
/** One file of at most 8 MiB as `multipart/form-data`, from the first byte that is not here yet (else 409). */
export const sendPiece = route({
  method: "POST",
  path: "/api/v1/interview-recordings/:recordingId/pieces",
  summary: "Send the next piece of a recording",
  permission: "interview:edit",
  params: oneRecording,
  query: z.object({ from: z.coerce.number().int().min(0) }),
  multipart: true,
  response: Recording,
});
/** Understands `Range`. */
export const playRecording = route({
  method: "GET",
  path: "/api/v1/interview-recordings/:recordingId/media",
  summary: "The sound or the picture of a recording",
  permission: "interview:read",
  params: oneRecording,
  stream: "*/*",
});
export const deleteRecording = route({
  method: "DELETE",
  path: "/api/v1/interview-recordings/:recordingId",
  summary: "Delete a recording",
  permission: "interview:edit",
  params: oneRecording,
});

/** Of words of the transcript as that version has them, of a moment of a recording, or of both. */
export const addHighlight = route({
  method: "POST",
  path: "/api/v1/interviews/:interviewId/highlights",
  summary: "Mark words or a moment of an interview",
  permission: "interview:edit",
  params: one,
  body: version
    .extend(HighlightFacts.shape)
    .extend({ passage: Passage.nullable(), moment: Moment.nullable() })
    .refine(({ passage, moment }) => passage !== null || moment !== null, "marks nothing"),
  response: Highlight,
});
export const changeHighlight = route({
  method: "PATCH",
  path: "/api/v1/interview-highlights/:highlightId",
  summary: "Change what is said of a highlight",
  permission: "interview:edit",
  params: oneHighlight,
  body: HighlightFacts.partial(),
  response: Highlight,
});
export const deleteHighlight = route({
  method: "DELETE",
  path: "/api/v1/interview-highlights/:highlightId",
  summary: "Take a highlight away",
  permission: "interview:edit",
  params: oneHighlight,
});
/** A new card where `text` is given, else the one named; it says how many highlights of how many interviews stand behind it. */
export const backCard = route({
  method: "PUT",
  path: "/api/v1/interview-highlights/:highlightId/card",
  summary: "Put a highlight behind a card of a map",
  permission: "interview:edit",
  params: oneHighlight,
  body: z.union([
    z.object({
      journeyId: z.uuid(),
      stepId: z.string().max(100),
      kind: z.enum(insightKinds),
      text: z.string().trim().min(1).max(interviewLimits.quote),
    }),
    z.object({ journeyId: z.uuid(), cardId: z.string().min(1).max(100) }),
  ]),
  response: Highlight,
});
export const leaveCard = route({
  method: "DELETE",
  path: "/api/v1/interview-highlights/:highlightId/card",
  summary: "Take a highlight from behind its card",
  permission: "interview:edit",
  params: oneHighlight,
  response: Highlight,
});

/** Highlights of all interviews that are like that, the latest first, with the counts of every way to narrow them. */
export const listInsights = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/interview-highlights",
  summary: "Highlights across interviews",
  permission: "interview:read",
  params: inWorkspace,
  query: z.object({
    kind: z.enum(highlightKinds).optional(),
    tag: z.string().max(interviewLimits.tag).optional(),
    personaId: z.uuid().optional(),
    journeyId: z.uuid().optional(),
    stepId: z.string().max(100).optional(),
    touchpointId: z.uuid().optional(),
    /** Those behind a card of a map. */
    cardId: z.string().max(100).optional(),
    words: z.string().trim().max(interviewLimits.name).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  response: z.object({
    highlights: z.array(Insight),
    /** Of them all, shown or not. */
    total: z.number().int(),
    interviews: z.number().int(),
    /** How many highlights and interviews each step and tag has among them. */
    steps: z.array(
      z.object({ journeyId: z.uuid(), stepId: z.string(), highlights: z.number().int(), interviews: z.number().int() }),
    ),
    tags: z.array(z.object({ tag: z.string(), highlights: z.number().int(), interviews: z.number().int() })),
  }),
});
