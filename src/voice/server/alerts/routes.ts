import type { Principal, Routes } from "#platform/http/handler.ts";
import * as api from "../../api/alerts.ts";
import { listAlerts, seeAlerts, settleAlert, workspaceOfAlert } from "./alerts.ts";
import { createRule, deleteRule, listRules, previewRule, type RuleDeps, updateRule, workspaceOfRule } from "./rules.ts";

export interface AlertDeps extends RuleDeps {
  /** Whether letters can be sent. */
  canMail: boolean;
}

export function registerAlertRoutes(routes: Routes, deps: AlertDeps): void {
  const { db } = deps;
  const ofRule = ({ ruleId }: { ruleId: string }) => workspaceOfRule(db, ruleId);

  routes.handle(api.listAlerts, {
    run: ({ params, query, principal }) => listAlerts(db, { ...params, userId: idOf(principal) }, query),
  });
  routes.handle(api.seeAlerts, {
    run: ({ params, body, principal }) => seeAlerts(db, { ...params, userId: idOf(principal) }, body.alertIds),
  });
  routes.handle(api.settleAlert, {
    workspaceOf: ({ alertId }) => workspaceOfAlert(db, alertId),
    run: ({ params, body, principal }) =>
      settleAlert(db, params.alertId, { ...body, userId: idOf(principal), now: deps.now() }),
  });

  routes.handle(api.listAlertRules, {
    run: async ({ params }) => ({ rules: await listRules(deps, params.workspaceId), canMail: deps.canMail }),
  });
  routes.handle(api.createAlertRule, { run: ({ params, body }) => createRule(deps, params.workspaceId, body) });
  routes.handle(api.updateAlertRule, {
    workspaceOf: ofRule,
    run: ({ params, body }) => updateRule(deps, params.ruleId, body),
  });
  routes.handle(api.deleteAlertRule, { workspaceOf: ofRule, run: ({ params }) => deleteRule(deps, params.ruleId) });
  routes.handle(api.previewAlertRule, { run: ({ params, body }) => previewRule(deps, params.workspaceId, body) });
}

function idOf(principal: Principal | null): string {
  return principal?.userId ?? "";
}
