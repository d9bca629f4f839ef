import type { Route, RouteResponse } from "#platform/http/route.ts";
import { type CallInput, errorOf, urlOf } from "#ui/call.ts";

/** A way into a server, with or without a session. */
export interface Door {
  /** The session's cookie, null for nobody. */
  cookie(): Promise<string | null>;
  /** `fetch` on this server with the visitor's session. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Calls a route by its contract; throws `ApiError` as the web's `call` does. */
  call<R extends Route>(contract: R, input?: CallInput<R>): Promise<RouteResponse<R>>;
}

export function doorTo(url: string, cookie: () => Promise<string | null>): Door {
  return {
    cookie,
    fetch: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      const session = await cookie();
      if (session !== null) headers.set("cookie", session);
      return fetch(new URL(path, url), { ...init, headers });
    },
    call: async (contract, input) => {
      const response = await send(url, await cookie(), contract, input ?? ({} as CallInput<typeof contract>));
      const text = await response.text();
      if (!response.ok) throw errorOf(response.status, text);
      return text === "" ? undefined : JSON.parse(text);
    },
  };
}

/** Calls a route that opens a session, and answers its cookie. */
export async function enter<R extends Route>(url: string, contract: R, input: CallInput<R>): Promise<string> {
  const response = await send(url, null, contract, input);
  if (!response.ok) throw errorOf(response.status, await response.text());
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

function send<R extends Route>(
  url: string,
  cookie: string | null,
  contract: R,
  input: CallInput<R>,
): Promise<Response> {
  const { params, query, body } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  return fetch(new URL(urlOf(contract.path, params, query), url), {
    method: contract.method,
    headers: {
      ...(cookie === null ? {} : { cookie }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
