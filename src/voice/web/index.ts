export { plannedMetric } from "../wording.ts";
export { surveysKey } from "./queries.ts";
export { TouchpointSurveys } from "./touchpoint-surveys.tsx";
