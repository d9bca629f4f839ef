import type { ErrorCode, Issue } from "#platform/errors.ts";
import type { Route, RouteCall, RouteResponse } from "#platform/http/route.ts";

/** A refused or failed request; `network` when no answer came at all. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode | "network";
  readonly status: number;
  readonly title: string;
  readonly remedy: string | undefined;
  readonly issues: readonly Issue[];

  constructor(problem: {
    code: ErrorCode | "network";
    status: number;
    title: string;
    remedy?: string | undefined;
    issues?: readonly Issue[] | undefined;
  }) {
    super(problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.remedy = problem.remedy;
    this.issues = problem.issues ?? [];
  }
}

type Values = Record<string, unknown>;
/** What a call to this route must be given: only the parts that the route has. */
export type CallInput<R extends Route> = {
  [Part in keyof RouteCall<R> as RouteCall<R>[Part] extends undefined ? never : Part]: RouteCall<R>[Part];
} & { signal?: AbortSignal };

/** Fills `:name` in a route's path and appends the query, repeating a name for each item of a list. */
export function urlOf(path: string, params: Values = {}, query: Values = {}): string {
  const filled = path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== "") search.append(name, String(item));
    }
  }
  const asked = search.toString();
  return asked === "" ? filled : `${filled}?${asked}`;
}

/** Turns an answer that is not a success into the error to throw. */
export function errorOf(status: number, text: string): ApiError {
  try {
    const problem = JSON.parse(text) as {
      type?: string;
      code?: ErrorCode;
      title?: string;
      remedy?: string;
      issues?: Issue[];
    };
    if (problem.type !== undefined && problem.code !== undefined)
      return new ApiError({ ...problem, code: problem.code, status, title: problem.title ?? problem.code });
  } catch {
    // Not one of our problem documents: a proxy's page, say. The status has to do.
  }
  const code =
    status === 401
      ? "not_signed_in"
      : status === 413
        ? "too_large"
        : status === 429
          ? "too_many_requests"
          : status === 503 || status === 502
            ? "store_unavailable"
            : "internal";
  return new ApiError({ code, status, title: `HTTP ${status}` });
}

/**
 * Calls a route of the product.
 * @throws ApiError for every answer that is not a success, and when no answer comes.
 */
export async function call<R extends Route>(
  contract: R,
  ...[input]: {} extends CallInput<R> ? [CallInput<R>?] : [CallInput<R>]
): Promise<RouteResponse<R>> {
  const { params, query, body, signal } = (input ?? {}) as {
    params?: Values;
    query?: Values;
    body?: unknown;
    signal?: AbortSignal;
  };
  const response = await reach(urlOf(contract.path, params, query), {
    method: contract.method,
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  if (!response.ok) throw errorOf(response.status, text);
  return (text === "" ? undefined : JSON.parse(text)) as RouteResponse<R>;
}

/** `fetch` whose failure to reach the server is an ApiError too; an abort stays an abort. */
async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError({ code: "network", status: 0, title: "No answer from the server." });
  }
}

/**
 * Sends a form (files) to a multipart route; `onProgress` gets the share sent, 0–1. `fetch` cannot report upload progress.
 * @throws ApiError as `call` does; rejects with an AbortError when `signal` is aborted.
 */
export function upload<R extends Route>(
  contract: R,
  input: { params?: Values; query?: Values; form: FormData; signal?: AbortSignal },
  onProgress: (share: number) => void,
): Promise<RouteResponse<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open(contract.method, urlOf(contract.path, input.params, input.query));
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300)
        resolve((request.responseText === "" ? undefined : JSON.parse(request.responseText)) as RouteResponse<R>);
      else reject(errorOf(request.status, request.responseText));
    };
    request.onerror = () => reject(new ApiError({ code: "network", status: 0, title: "No answer from the server." }));
    request.onabort = () => reject(new DOMException("Upload stopped", "AbortError"));
    request.onloadend = () => input.signal?.removeEventListener("abort", abort);
    input.signal?.addEventListener("abort", abort);
    request.send(input.form);
  });
}
