import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { AppError } from "../errors.ts";
import { type Ahead, aheadOf } from "./ahead.ts";
import { allowAnyOrigin } from "./any-origin.ts";
import { sendProblem } from "./errors.ts";
import { wantedLanguages } from "./languages.ts";

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parcours</title>
<h1>The screens are not built yet</h1><p>Run <code>npm start</code> in the checkout: it builds them and starts again.</p>
<h1 lang="fr">Les écrans ne sont pas encore construits</h1><p lang="fr">Lancez <code>npm start</code> dans le dossier.</p></html>`;

/** The files that pages of other sites load, under addresses that stay. */
const forAllSites = ["collect.js", "prove.js", "reviews.js"];
const kept = {
  forEver: "public, max-age=31536000, immutable",
  forMinutes: "public, max-age=600, stale-while-revalidate=86400",
};

/** The page every screen starts from, or null when the web is not built. */
export function readPage(webDir: string): string | null {
  const path = join(webDir, "index.html");
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** The same page, or one that says how to build it. */
export function readPageOrNotice(webDir: string): string {
  return readPage(webDir) ?? notBuilt;
}

/** Hashes that let what is written into the page itself pass a policy that refuses everything else inline. */
export function inlineHashes(page: string, element: "script" | "style"): string[] {
  const inline = new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, "g");
  return [...page.matchAll(inline)].map(
    ([, text]) =>
      `'sha256-${createHash("sha256")
        .update(text ?? "")
        .digest("base64")}'`,
  );
}

/** Serves the built web: hashed assets for ever, and the page for every address that is a screen's. */
export async function registerWeb(
  app: FastifyInstance,
  webDir: string,
  page: string | null,
  ahead: Ahead,
): Promise<void> {
  const linksOf = aheadOf(webDir, ahead);
  if (page !== null) {
    await app.register(fastifyStatic, {
      root: webDir,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(join(webDir, "assets"));
        const isForAll = forAllSites.some((name) => path.startsWith(join(webDir, name)));
        if (isForAll) allowAnyOrigin(response);
        response.header("cache-control", isHashed ? kept.forEver : isForAll ? kept.forMinutes : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isScreen = (request.method === "GET" || request.method === "HEAD") && !/^\/(api|assets)\//.test(request.url);
    if (!isScreen)
      return sendProblem(reply, new AppError("not_found", "There is nothing at this address."), request.id);
    const links = linksOf(request.url, wantedLanguages(request.headers["accept-language"]));
    if (links !== "") void reply.header("link", links);
    void reply
      .code(page === null ? 503 : 200)
      .header("cache-control", "no-cache")
      .header("vary", "accept-language")
      .type("text/html; charset=utf-8")
      .send(page ?? notBuilt);
  });
}
