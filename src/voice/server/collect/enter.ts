import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type { enterAnswer as enterAnswerRoute } from "../../api/collect.ts";
import { getSurvey, type QueryDeps } from "../queries.ts";
import { type Clerk, receive, type ReceiveDeps } from "../receive.ts";

/**
 * Keeps what a member types in, as an answer of whoever gave it.
 * @throws AppError `not_found`, `gone` for a closed survey, `invalid_input` with what does not fit the questions
 */
export async function enterAnswer(
  deps: ReceiveDeps & QueryDeps,
  surveyId: string,
  clerk: Clerk,
  { channel, ...given }: RouteBody<typeof enterAnswerRoute>,
): Promise<RouteResponse<typeof enterAnswerRoute>> {
  const { url } = await getSurvey(deps, surveyId);
  const properties = channel === "" ? {} : { channel };
  return receive(
    deps,
    url.slice(url.lastIndexOf("/") + 1),
    { ...given, properties, way: "staff", isPartial: false },
    { clerk },
  );
}
