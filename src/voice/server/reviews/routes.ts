import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "#platform/errors.ts";
import type { Context, Routes } from "#platform/http/handler.ts";
import { wantedLanguages } from "#platform/http/languages.ts";
import { sealed } from "#platform/http/sealed-page.ts";
import * as api from "../../api/reviews.ts";
import { reviewLimits } from "../../reviews/model.ts";
import { closedPage } from "../../page/message-page.ts";
import { reviewsMarkup, reviewsPage } from "../../page/reviews/reviews-page.ts";
import { rulesPage } from "../../page/reviews/rules-page.ts";
import { reviewWords } from "../../page/reviews/words.ts";
import { type AuthorDeps, showAuthor, takeAuthorsForm } from "./author.ts";
import { placeReview, takeBackImport } from "./commands.ts";
import { collectedReviews, decideReview } from "./decide.ts";
import { type DisplayDeps, reviewDisplay, setReviewPolicy, shownReviews } from "./display.ts";
import { importReviews } from "./import.ts";
import { reviewFigures, reviewImports, reviewsPage as listedReviews } from "./queries.ts";

export interface ReviewDeps extends AuthorDeps, DisplayDeps {
  /** Says that public reviews are to be brought to where comments are read. */
  onReviews: () => void;
}

export function registerReviewRoutes(routes: Routes, deps: ReviewDeps): void {
  const { db } = deps;
  const told = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    deps.onReviews();
    return done;
  };
  routes.handle(api.listReviews, { run: ({ params, query }) => listedReviews(db, params.workspaceId, query) });
  routes.handle(api.getReviewFigures, { run: ({ params, query }) => reviewFigures(db, params.workspaceId, query) });
  routes.handle(api.placeReview, { run: ({ params, body }) => told(placeReview(db, params, body.touchpointId)) });
  routes.handle(api.importReviews, {
    run: async (context) => told(importReviews(deps, await readRequest(context))),
  });
  routes.handle(api.listReviewImports, { run: ({ params }) => reviewImports(db, params.workspaceId) });
  routes.handle(api.takeBackReviews, { run: ({ params }) => told(takeBackImport(db, params)) });

  routes.handle(api.listCollectedReviews, {
    run: ({ params, query }) => collectedReviews(db, params.workspaceId, query),
  });
  routes.handle(api.decideReview, {
    run: ({ params, body, principal }) => decideReview(deps, { ...params, userId: principal?.userId ?? null }, body),
  });
  routes.handle(api.getReviewDisplay, { run: ({ params }) => reviewDisplay(deps, params.workspaceId) });
  routes.handle(api.setReviewPolicy, { run: ({ params, body }) => setReviewPolicy(deps, params.workspaceId, body) });
  registerPublicRoutes(routes, deps);
}

/** What authors and visitors of sites come to. */
function registerPublicRoutes(routes: Routes, deps: ReviewDeps): void {
  routes.handle(api.authorPage, {
    run: async ({ params, request, reply }) => {
      const { status, html } = await showAuthor(deps, { ...params, languages: languagesOf(request) });
      return sealed(reply.code(status), html);
    },
  });
  routes.handle(api.authorForm, {
    run: async ({ params, body, request, reply }) => {
      const { status, html } = await takeAuthorsForm(deps, { ...params, languages: languagesOf(request) }, body);
      return sealed(reply.code(status), html);
    },
  });
  routes.handle(api.reviewsPage, {
    run: async ({ params, query, request, reply }) => {
      const page = await shownReviews(deps, params.token, query, languagesOf(request));
      return page === null ? notThere(reply) : sealed(reply, reviewsPage(page), { isPublic: true });
    },
  });
  routes.handle(api.reviewRulesPage, {
    run: async ({ params, query, request, reply }) => {
      const asked = { ...query, order: "latest", page: 1 } as const;
      const page = await shownReviews(deps, params.token, asked, languagesOf(request));
      return page === null ? notThere(reply) : sealed(reply, rulesPage(page), { isPublic: true });
    },
  });
  routes.handle(api.reviewsPiece, {
    run: async ({ params, query, request, reply }) => {
      const page = await shownReviews(deps, params.token, query, languagesOf(request));
      if (page === null) throw new AppError("not_found", "There are no reviews to show here.");
      void reply.headers({ "cache-control": "public, max-age=300", vary: "accept-language" });
      const title = reviewWords(page.language).reviewsOf(page.policy.site);
      return { language: page.language, direction: "ltr" as const, title, html: reviewsMarkup(page).text };
    },
  });
}

function languagesOf({ headers }: FastifyRequest): string[] {
  return wantedLanguages(headers["accept-language"]);
}

function notThere(reply: FastifyReply): string {
  return sealed(reply.code(404), closedPage({ language: "en", reason: "unknown" }));
}

async function readRequest({ params, principal, request }: Context<typeof api.importReviews>) {
  let asked: unknown;
  for await (const part of request.parts({ limits: { fileSize: reviewLimits.fileBytes, files: 1, fields: 1 } })) {
    if (part.type === "field") asked = part.value;
    else {
      const bytes = await part.toBuffer();
      const { success, data } = api.ReviewImportRequest.safeParse(parsed(asked));
      if (!success) throw new AppError("invalid_input", "The field «request» before the file is missing or wrong.");
      return { ...params, userId: principal?.userId ?? null, fileName: part.filename, bytes, ...data };
    }
  }
  throw new AppError("invalid_input", "There is no file.", { remedy: "Send one as multipart/form-data." });
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
