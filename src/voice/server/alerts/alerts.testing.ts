import type { AlertRuleDraft } from "../../alerts/model.ts";
import { readyTriggers } from "../../alerts/ready.ts";

/** A rule that watches everything and tells editors in the product. */
export function ruleDraft(part: Partial<AlertRuleDraft> = {}): AlertRuleDraft {
  return {
    name: "Un client mécontent l’a écrit",
    isActive: true,
    trigger: readyTriggers.unhappy,
    touchpointIds: [],
    surveyIds: [],
    roles: ["editor"],
    userIds: [],
    byMail: false,
    webhookIds: [],
    opensCase: null,
    ...part,
  };
}
