import { z } from "zod";
import { route } from "#platform/http/route.ts";
import {
  AskingDecision,
  askingLimits,
  AskingPolicy,
  AskingRules,
  Invitation,
  InvitationCounts,
  invitationStates,
  PersonCounts,
  personActs,
  Recipient,
  ResponseRates,
} from "../asking/model.ts";
import { Key } from "#touchpoint/model.ts";
import { surveyStates } from "../model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const ofSurvey = z.object({ surveyId: z.uuid() });
const byToken = z.object({ token: z.string().min(8).max(200) });

/** By what somebody is known here: an e-mail address, a telephone number, a customer number … */
const Person = z.object({ kind: z.string().min(1).max(40), value: z.string().min(1).max(200) });

/** What can be sent from here, by the settings of the installation. */
const Channels = z.object({ email: z.boolean(), phone: z.boolean() });

export const listAsking = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/invitations",
  summary: "What became of the invitations of each survey",
  permission: "invitation:read",
  params: inWorkspace,
  response: z.object({
    channels: Channels,
    surveys: z.array(
      z.object({
        surveyId: z.uuid(),
        name: z.string(),
        state: z.enum(surveyStates),
        counts: InvitationCounts,
        /** Null: nothing has gone out yet. */
        responses: ResponseRates.nullable(),
      }),
    ),
  }),
});
export const getAskingPolicy = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/asking-policy",
  summary: "When people are left alone, in every survey of the workspace",
  permission: "invitation:read",
  params: inWorkspace,
  response: AskingPolicy,
});
export const setAskingPolicy = route({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/asking-policy",
  summary: "Say when people are left alone",
  permission: "survey:edit",
  params: inWorkspace,
  body: AskingPolicy,
  response: AskingPolicy,
});
export const getAskingRules = route({
  method: "GET",
  path: "/api/v1/surveys/:surveyId/asking",
  summary: "Whom a survey asks",
  permission: "survey:read",
  params: ofSurvey,
  response: AskingRules,
});
export const setAskingRules = route({
  method: "PUT",
  path: "/api/v1/surveys/:surveyId/asking",
  summary: "Say whom a survey asks",
  permission: "survey:edit",
  params: ofSurvey,
  body: AskingRules,
  response: AskingRules,
});

/** Whether each of them is asked is decided one by one, and told by `explainAsking`. */
export const invite = route({
  method: "POST",
  path: "/api/v1/surveys/:surveyId/invitations",
  summary: "Invite people to answer a survey",
  permission: "invitation:send",
  params: ofSurvey,
  body: z.object({ recipients: z.array(Recipient).min(1).max(askingLimits.recipients) }),
  /** Those who have an open invitation to it already get no other. */
  response: z.object({ invited: z.number().int(), alreadyInvited: z.number().int() }),
});
/** The contact counts at the touchpoint; surveys that ask by themselves after a contact there invite the person. */
export const tellContact = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/contacts",
  summary: "Say that somebody was at a touchpoint",
  permission: "invitation:send",
  params: inWorkspace,
  body: z.object({
    /** Told again, it is the same contact. */
    id: z.uuid(),
    /** Its key. */
    touchpoint: Key,
    /** Never later than now. */
    at: z.iso.datetime().optional(),
    person: Recipient,
  }),
  response: z.object({ invited: z.number().int() }),
});
export const listInvitations = route({
  method: "GET",
  path: "/api/v1/surveys/:surveyId/invitations",
  summary: "The people invited to a survey, the latest first",
  permission: "invitation:read",
  params: ofSurvey,
  query: z.object({ state: z.enum(invitationStates).optional(), before: z.uuid().optional() }),
  response: z.object({
    invitations: z.array(Invitation),
    /** For `before`; null: there are no more. */
    next: z.uuid().nullable(),
  }),
});
export const withdrawInvitations = route({
  method: "DELETE",
  path: "/api/v1/surveys/:surveyId/invitations",
  summary: "Take back the invitations that wait",
  permission: "invitation:send",
  params: ofSurvey,
  response: z.object({ withdrawn: z.number().int() }),
});
export const explainAsking = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/asking-decisions",
  summary: "Why a person was asked, or was not",
  permission: "person:read",
  params: inWorkspace,
  query: Person,
  response: z.object({
    refusedAt: z.iso.datetime().nullable(),
    decisions: z.array(AskingDecision),
  }),
});

/** Everything that is known by any identifier of the person: GDPR, articles 15 and 20. */
export const exportPerson = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/person",
  summary: "All that is known of a person, as a file",
  permission: "person:read",
  params: inWorkspace,
  query: Person,
  stream: "application/json",
});
/** GDPR, article 17. That they do not want to be asked stays, as a hash: else they would be asked again. */
export const erasePerson = route({
  method: "DELETE",
  path: "/api/v1/workspaces/:workspaceId/person",
  summary: "Erase all that is known of a person",
  permission: "person:erase",
  params: inWorkspace,
  query: Person,
  response: PersonCounts,
});
export const listPersonActs = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/person-acts",
  summary: "Who exported or erased what was known of people",
  permission: "person:read",
  params: inWorkspace,
  response: z.array(
    z.object({
      id: z.uuid(),
      act: z.enum(personActs),
      counts: PersonCounts,
      /** Null: no account any more. */
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
});

/** Reading it changes nothing: mail scanners follow links. */
export const refusePage = route({
  method: "GET",
  path: "/stop/:token",
  summary: "The page where somebody says that they want to hear no more",
  permission: "public",
  params: byToken,
  stream: "text/html",
});
/** Also what a mail program posts by itself (RFC 8058). */
export const refuse = route({
  method: "POST",
  path: "/stop/:token",
  summary: "Do not ask this person any more",
  permission: "public",
  params: byToken,
  body: z.unknown(),
  form: true,
  stream: "text/html",
  // Mail programs send for many people from few addresses; what is signed cannot be guessed at.
  perMinute: 600,
});
