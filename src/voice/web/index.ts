import { later } from "#ui/later.tsx";

export { AlertInbox } from "./alerts/alert-inbox.tsx";
export { alertsKey } from "./alerts/alerts-key.ts";
export { surveysKey } from "./surveys-key.ts";

/** What is asked at a touchpoint; its code comes when a touchpoint is first opened. */
export const TouchpointSurveys = later(
  "touchpoint surveys",
  async () => (await import("./touchpoint-surveys.tsx")).TouchpointSurveys,
);
