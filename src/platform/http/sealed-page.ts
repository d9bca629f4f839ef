import type { FastifyReply } from "fastify";
import { inlineHashes } from "./web.ts";

/**
 * Answers a page that is all there is to it: only its own style and script apply, it fetches nothing and posts to this site
 * only, and nobody keeps, frames or indexes it. One that is `asksSite` may also run scripts of this site and ask it; one that
 * `isPublic` is the same for everybody, may be kept for some minutes and found by search engines.
 */
export function sealed(reply: FastifyReply, page: string, { asksSite = false, isPublic = false } = {}): string {
  const site = asksSite ? ["'self'"] : [];
  const policy = {
    "default-src": ["'none'"],
    "style-src": inlineHashes(page, "style"),
    "script-src": [...inlineHashes(page, "script"), ...site],
    ...(asksSite ? { "connect-src": site, "worker-src": site } : {}),
    "img-src": ["data:"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  void reply.headers({
    "content-security-policy": Object.entries(policy)
      .map(([name, sources]) => [name, ...sources].join(" "))
      .join("; "),
    "content-type": "text/html; charset=utf-8",
    ...(isPublic ? forEverybody : forOne),
    // Its address goes to no other site. With `no-referrer` its own form would come from nowhere (`Origin: null`), and be
    // refused wherever browsers say no more than that: on plain http.
    "referrer-policy": "same-origin",
  });
  return page;
}

const forOne = { "cache-control": "no-store", "x-robots-tag": "noindex, nofollow" };
/** In the language of who asks. */
const forEverybody = { "cache-control": "public, max-age=300", vary: "accept-language" };
