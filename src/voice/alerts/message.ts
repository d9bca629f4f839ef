import { mask } from "../text/mask.ts";
import type { AlertAnswer, AlertCause } from "./model.ts";

/** An alert as it is told outside of the product. */
export interface RaisedAlert {
  id: string;
  workspaceId: string;
  cause: AlertCause;
  /** The name is that of the case where no rule raised it. */
  rule: { id: string | null; name: string };
  touchpoint: { id: string; key: string; name: string } | null;
  answer: AlertAnswer | null;
  raisedAt: string;
  /** Where the alert is looked at. */
  url: string;
}

/** The body of a message to a webhook; without an alert it is a test. Personal data of the comment stays in the house. */
export function messageOf(alert: RaisedAlert | null, now: Date): Record<string, unknown> {
  const timestamp = now.toISOString();
  if (alert === null) return { type: "webhook.test", timestamp, data: {} };
  const { id: alertId, workspaceId, cause, rule, touchpoint, answer, raisedAt, url } = alert;
  const told = touchpoint === null ? null : { id: touchpoint.id, key: touchpoint.key, name: touchpoint.name };
  return {
    type: "alert.raised",
    timestamp,
    data: {
      alertId,
      workspaceId,
      raisedAt,
      cause,
      rule,
      touchpoint: told,
      answer: answer === null ? null : impersonal(answer),
      url,
    },
  };
}

function impersonal({ spans: _spans, ...answer }: AlertAnswer): Omit<AlertAnswer, "spans"> {
  return { ...answer, comment: mask(answer.comment).text };
}
