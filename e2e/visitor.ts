import { type APIRequestContext, request } from "playwright-core";
import { type ProvidedContext, onTestFinished } from "vitest";
import { getMeasures } from "#insight/api.ts";
import { createJourney, listJourneys } from "#journey/api.ts";
import type { DocumentDraft, JourneyKind } from "#journey/model.ts";
import type { Route, RouteCall, RouteResponse } from "#platform/http/route.ts";
import { urlOf } from "#ui/call.ts";
import { acceptInvitation, createWorkspace, getSession, inviteMember, setLocale } from "#workspace/api.ts";
import type { Role } from "#workspace/model.ts";
import type { Locale } from "./words.ts";

type Product = ProvidedContext["product"];

/** The signed-in owner over HTTP, for what a test needs around what it is about. */
export interface Visitor {
  call<R extends Route>(contract: R, input?: Partial<RouteCall<R>>): Promise<RouteResponse<R>>;
  /** Where the demo is: its workspace, its longest journey, a touchpoint on it that has answers. */
  demo(): Promise<{ workspaceId: string; journeyId: string; placementId: string }>;
  /** Id of a new workspace, empty. */
  newWorkspace(name: string): Promise<string>;
  /** A new journey that says this, and the address of its map. */
  newJourney(workspaceId: string, document: DocumentDraft, kind?: JourneyKind): Promise<{ id: string; url: string }>;
  /** Makes somebody a member and answers what signs their browser in. */
  invite(workspaceId: string, person: { name: string; role: Role }): Promise<Product["signedIn"]>;
}

export async function visit({ url, signedIn }: Product, locale: Locale): Promise<Visitor> {
  const http = await open(url, signedIn);
  const visitor: Visitor = {
    call: (contract, input) => ask(http, contract, input),
    async demo() {
      const { workspaces } = await visitor.call(getSession);
      const workspaceId = workspaces.find(({ isDemo }) => isDemo)?.id ?? "";
      const journeys = await visitor.call(listJourneys, { params: { workspaceId } });
      const journeyId = journeys.toSorted((a, b) => b.steps - a.steps)[0]?.id ?? "";
      const { touchpoints } = await visitor.call(getMeasures, { params: { journeyId } });
      return { workspaceId, journeyId, placementId: touchpoints.find(({ answers }) => answers > 0)?.placementId ?? "" };
    },
    async newWorkspace(name) {
      return (await visitor.call(createWorkspace, { body: { name, locale, timeZone: "Europe/Paris" } })).id;
    },
    async newJourney(workspaceId, document, kind = "journey") {
      const body = { name: document.name, kind, document };
      const { id } = await visitor.call(createJourney, { params: { workspaceId }, body });
      return { id, url: `${url}/w/${workspaceId}/journeys/${id}` };
    },
    async invite(workspaceId, { name, role }) {
      const email = `${name.toLowerCase().replaceAll(" ", ".")}.${workspaceId}@example.com`;
      const { link } = await visitor.call(inviteMember, { params: { workspaceId }, body: { email, role } });
      const guest = await open(url);
      const token = new URL(link).searchParams.get("token") ?? "";
      await ask(guest, acceptInvitation, { body: { token, name, password: "encore une longue phrase", locale } });
      return guest.storageState();
    },
  };
  await visitor.call(setLocale, { body: { locale } });
  return visitor;
}

async function open(baseURL: string, storageState?: Product["signedIn"]): Promise<APIRequestContext> {
  const http = await request.newContext({ baseURL, ...(storageState === undefined ? {} : { storageState }) });
  onTestFinished(() => http.dispose());
  return http;
}

async function ask<R extends Route>(
  http: APIRequestContext,
  contract: R,
  input: Partial<RouteCall<R>> = {},
): Promise<RouteResponse<R>> {
  const {
    params = {},
    query = {},
    body,
  } = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
  const answer = await http.fetch(urlOf(contract.path, params, query), {
    method: contract.method,
    ...(body === undefined ? {} : { data: body }),
  });
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${contract.method} ${contract.path}: ${answer.status()} ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as RouteResponse<R>;
}
