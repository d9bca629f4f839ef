import type { IncomingHttpHeaders } from "node:http";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something on the strength of a cookie: it comes from a page of this very site, or from
 * something that is no browser. Browsers name the page's site in `Sec-Fetch-Site`, or at least its `Origin`, with every
 * request that can change anything (Fetch standard, §3.1 and Fetch Metadata §2.4).
 */
export function isSameOrigin(method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (reading.has(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  return headers.origin === undefined || isOwnOrigin(headers.origin, headers.host, publicUrl);
}

/** Whether an `Origin` is this site: the host it was asked under, or the one it is known by behind a proxy. */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(publicUrl).origin;
}
