import { type APIRequestContext, request } from "playwright-core";
import type { ProvidedContext } from "vitest";
import type { RouteCall, RouteResponse, Route } from "#platform/http/route.ts";
import { urlOf } from "#ui/call.ts";
import { getSession, setLocale } from "#workspace/api.ts";
import type { Locale } from "./words.ts";

/** The signed-in owner over HTTP, for what a test needs around what it is about. */
export interface Visitor {
  call<R extends Route>(contract: R, input?: Partial<RouteCall<R>>): Promise<RouteResponse<R>>;
  /** Id of the demo's workspace. */
  demo(): Promise<string>;
}

export async function visit({ url, signedIn }: ProvidedContext["product"], locale: Locale): Promise<Visitor> {
  const http = await request.newContext({ baseURL: url, storageState: signedIn });
  const visitor: Visitor = {
    call: (contract, input) => ask(http, contract, input),
    async demo() {
      const { workspaces } = await visitor.call(getSession);
      return (workspaces.find(({ isDemo }) => isDemo) ?? workspaces[0])?.id ?? "";
    },
  };
  await visitor.call(setLocale, { body: { locale } });
  return visitor;
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
