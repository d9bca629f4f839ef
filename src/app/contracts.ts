import { z } from "zod";
import * as activityApi from "#activity/api.ts";
import * as activityModel from "#activity/model.ts";
import * as insightApi from "#insight/api.ts";
import * as dashboardModel from "#insight/dashboard/model.ts";
import * as inferredModel from "#insight/inferred/model.ts";
import * as insightModel from "#insight/model.ts";
import * as journeyApi from "#journey/api.ts";
import * as journeyModel from "#journey/model.ts";
import * as personaApi from "#persona/api.ts";
import * as personaModel from "#persona/model.ts";
import { openApi } from "#platform/http/openapi.ts";
import type { Route } from "#platform/http/route.ts";
import * as touchpointApi from "#touchpoint/api.ts";
import * as touchpointModel from "#touchpoint/model.ts";
import * as alertsModel from "#voice/alerts/model.ts";
import * as voiceApi from "#voice/api.ts";
import * as voiceAsking from "#voice/asking/model.ts";
import * as voiceCases from "#voice/cases/model.ts";
import * as casesModel from "#voice/cases/model.ts";
import * as commentModel from "#voice/comments/model.ts";
import * as interviewModel from "#voice/interviews/model.ts";
import * as voiceModel from "#voice/model.ts";
import * as promoterModel from "#voice/promoters/model.ts";
import * as suspiciousModel from "#voice/suspicious/model.ts";
import * as reviewModel from "#voice/reviews/model.ts";
import * as workspaceApi from "#workspace/api.ts";
import * as workspaceModel from "#workspace/model.ts";

const rooms = [workspaceApi, touchpointApi, personaApi, journeyApi, activityApi, voiceApi, insightApi];
const models = [
  workspaceModel,
  touchpointModel,
  personaModel,
  journeyModel,
  activityModel,
  voiceModel,
  commentModel,
  interviewModel,
  suspiciousModel,
  promoterModel,
  reviewModel,
  alertsModel,
  voiceAsking,
  voiceCases,
  casesModel,
  insightModel,
  dashboardModel,
  inferredModel,
];

/** Every route of the product. */
export const contracts: readonly Route[] = rooms.flatMap((room) => Object.values(room).filter(isRoute));

/** The contract of the whole API. */
export function describeApi(): Record<string, unknown> {
  const named = Object.fromEntries([...models, ...rooms].flatMap((room) => Object.entries(room).filter(isNamedSchema)));
  return openApi({ title: "Parcours", version: "1", contracts, named });
}

function isRoute(value: unknown): value is Route {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "permission" in value;
}

/** Only objects and lists of words deserve a name; `Key` or `Id` say more where they stand. */
function isNamedSchema(entry: [string, unknown]): entry is [string, z.ZodType] {
  const [name, value] = entry;
  return /^[A-Z]/.test(name) && value instanceof z.ZodObject;
}
