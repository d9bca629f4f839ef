import type { Routes } from "#platform/http/handler.ts";
import { wantedLanguages } from "#platform/http/languages.ts";
import { sealed } from "#platform/http/sealed-page.ts";
import * as api from "../../api/asking.ts";
import * as triggers from "../../api/triggers.ts";
import { workspaceOfSurvey } from "../queries.ts";
import { type ContactDeps, tellContact } from "./contact.ts";
import { invite, withdraw } from "./invite.ts";
import { erasePerson, exportPerson, type PersonDeps, personActsOf } from "./person.ts";
import { type AskingQueryDeps, explain, invitationsOf, surveysAsking } from "./queries.ts";
import { showRefusal, takeRefusal } from "./refuse.ts";
import { previewTrigger } from "./trigger-preview.ts";
import type { TriggerDeps } from "./take-up.ts";
import { createTrigger, deleteTrigger, listTriggers, pauseTrigger, workspaceOfTrigger } from "./triggers.ts";
import { getPolicy, getRules, setPolicy, setRules } from "./settings.ts";

export interface AskingDeps extends ContactDeps, PersonDeps, TriggerDeps, AskingQueryDeps {}

export function registerAskingRoutes(routes: Routes, deps: AskingDeps): void {
  const { db } = deps;
  const workspaceOf = ({ surveyId }: { surveyId: string }) => workspaceOfSurvey(db, surveyId);

  routes.handle(api.listAsking, { run: ({ params }) => surveysAsking(deps, params.workspaceId) });
  routes.handle(api.getAskingPolicy, { run: ({ params }) => getPolicy(db, params.workspaceId) });
  routes.handle(api.setAskingPolicy, { run: ({ params, body }) => setPolicy(db, params.workspaceId, body) });
  routes.handle(api.getAskingRules, { workspaceOf, run: ({ params }) => getRules(db, params.surveyId) });
  routes.handle(api.setAskingRules, { workspaceOf, run: ({ params, body }) => setRules(db, params.surveyId, body) });
  routes.handle(api.invite, {
    workspaceOf,
    run: ({ params, body, principal }) => invite(deps, { ...params, userId: principal?.userId ?? null }, body),
  });
  routes.handle(api.tellContact, {
    run: ({ params, body, principal }) => tellContact(deps, { ...params, userId: principal?.userId ?? null }, body),
  });
  routes.handle(api.listInvitations, {
    workspaceOf,
    run: ({ params, query }) => invitationsOf(db, params.surveyId, query),
  });
  routes.handle(api.withdrawInvitations, { workspaceOf, run: ({ params }) => withdraw(db, params.surveyId) });
  routes.handle(api.explainAsking, { run: ({ params, query }) => explain(db, params.workspaceId, query) });

  registerTriggerRoutes(routes, deps);
  routes.handle(api.exportPerson, {
    run: async ({ params, query, principal, reply }) => {
      const file = await exportPerson(deps, { ...params, person: query, userId: principal?.userId ?? null });
      void reply.header("content-disposition", 'attachment; filename="person.json"');
      return file;
    },
  });
  routes.handle(api.erasePerson, {
    run: ({ params, query, principal }) =>
      erasePerson(deps, { ...params, person: query, userId: principal?.userId ?? null }),
  });
  routes.handle(api.listPersonActs, { run: ({ params }) => personActsOf(db, params.workspaceId) });

  routes.handle(api.refusePage, {
    run: async ({ params, request, reply }) => {
      const languages = wantedLanguages(request.headers["accept-language"]);
      const { status, html } = await showRefusal(deps, { ...params, languages });
      return sealed(reply.code(status), html);
    },
  });
  routes.handle(api.refuse, {
    run: async ({ params, request, reply }) => {
      const languages = wantedLanguages(request.headers["accept-language"]);
      const { status, html } = await takeRefusal(deps, { ...params, languages });
      return sealed(reply.code(status), html);
    },
  });
}

function registerTriggerRoutes(routes: Routes, deps: AskingDeps): void {
  const { db } = deps;
  const workspaceOf = ({ surveyId }: { surveyId: string }) => workspaceOfSurvey(db, surveyId);
  const ofTrigger = ({ triggerId }: { triggerId: string }) => workspaceOfTrigger(db, triggerId);

  routes.handle(triggers.listTriggers, { workspaceOf, run: ({ params }) => listTriggers(db, params.surveyId) });
  routes.handle(triggers.createTrigger, {
    workspaceOf,
    run: ({ params, body, principal, workspaceId }) =>
      createTrigger(deps, { ...params, workspaceId: workspaceId ?? "", userId: principal?.userId ?? null }, body),
  });
  routes.handle(triggers.previewTrigger, {
    workspaceOf,
    run: ({ params, body, workspaceId }) => previewTrigger(deps, { ...params, workspaceId: workspaceId ?? "" }, body),
  });
  routes.handle(triggers.updateTrigger, {
    workspaceOf: ofTrigger,
    run: ({ params, body }) => pauseTrigger(deps, { ...params, ...body }),
  });
  routes.handle(triggers.deleteTrigger, {
    workspaceOf: ofTrigger,
    run: ({ params }) => deleteTrigger(db, params.triggerId),
  });
}
