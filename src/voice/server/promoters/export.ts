import { csvText } from "#platform/csv.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { PromoterRole } from "../../promoters/model.ts";
import { everybodyAsked, type PromoterQueryDeps } from "./queries.ts";

const columns = ["email", "role", "state", "since", "touchpoint", "survey", "metric", "score", "comment", "answered"];

/** Everybody who was asked to take a role as CSV, the latest first, with where they can be written to. */
export async function promotersCsv(deps: PromoterQueryDeps, workspaceId: string, role: PromoterRole): Promise<string> {
  const [asked, { touchpoints }] = await Promise.all([
    everybodyAsked(deps, workspaceId, role),
    getLibrary(deps.db, workspaceId),
  ]);
  const nameOf = new Map(touchpoints.map(({ id, name }) => [id, name]));
  const rows = asked.map(({ email, answer, [role]: standing }) => [
    email,
    role,
    standing?.state ?? null,
    standing?.at ?? null,
    nameOf.get(answer?.touchpointId ?? "") ?? null,
    answer?.surveyName ?? null,
    answer?.metric ?? null,
    answer?.score ?? null,
    answer?.comment ?? null,
    answer?.answeredAt ?? null,
  ]);
  return csvText([columns, ...rows]);
}
