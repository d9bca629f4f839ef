import { later } from "#ui/later.tsx";

export { AlertInbox } from "./alerts/alert-inbox.tsx";
export { alertsKey } from "./alerts/alerts-key.ts";
/** Beside an answer; its code comes when answers are first seen. */
export const OpenCase = later("opening cases", async () => (await import("./cases/open-case.tsx")).OpenCase);
/** On a card of a map; its code comes when a card is first opened. */
export const CardCases = later("cases of a card", async () => (await import("./cases/card-cases.tsx")).CardCases);
/** On a card of a map; its code comes when a card is first opened. */
export const CardHighlights = later(
  "highlights of a card",
  async () => (await import("./interviews/card-highlights.tsx")).CardHighlights,
);
/** Where a journey or a touchpoint is measured; its code comes with the first of them. */
export { recoveryQuery } from "./cases/recovery-query.ts";
export const RecoveryFigures = later(
  "recovery figures",
  async () => (await import("./cases/recovery-figures.tsx")).RecoveryFigures,
);
/** Beside the answers of a figure. */
export { KeptApart } from "./suspicious/kept-apart.tsx";
export { CommentSaid } from "./verbatims/comment-said.tsx";
/** Beside a journey's measures; its code comes when they are first opened. */
export const PlanButton = later("plans of measures", async () => (await import("./plans/plan-button.tsx")).PlanButton);
export { surveysKey } from "./surveys-key.ts";

/** What is said of touchpoints in public; its code comes when figures are first opened. */
export const TouchpointReviews = later(
  "reviews of a touchpoint",
  async () => (await import("./reviews/touchpoint-reviews.tsx")).TouchpointReviews,
);
export const DashboardReviews = later(
  "reviews of a journey",
  async () => (await import("./reviews/dashboard-reviews.tsx")).DashboardReviews,
);

/** What is asked at a touchpoint; its code comes when a touchpoint is first opened. */
export const TouchpointSurveys = later(
  "touchpoint surveys",
  async () => (await import("./touchpoint-surveys.tsx")).TouchpointSurveys,
);
