import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { listMembers } from "#workspace/index.ts";
import { insertAlert } from "../alerts/insert.ts";
import type { lockCase } from "./commands.ts";
import { toldOf } from "./escalate.ts";
import { getCaseSettings } from "./settings.ts";

/** Tells whoever has a case, else whoever late ones are brought to, that its customer is not content: in their bell and by letter. */
export async function tellReopened(
  transaction: Kysely<Database>,
  { now, canMail }: { now: () => Date; canMail: boolean },
  reopened: Awaited<ReturnType<typeof lockCase>>,
  letterId: string,
): Promise<void> {
  const { id: caseId, workspace_id: workspaceId, assignee_id: assignee } = reopened;
  const { escalation } = await getCaseSettings(transaction, workspaceId);
  const told = toldOf(
    await listMembers(transaction, workspaceId),
    assignee === null ? escalation : { to: "person", userId: assignee },
  );
  await insertAlert(
    transaction,
    {
      workspaceId,
      touchpointId: reopened.touchpoint_id,
      responseId: reopened.response_id,
      caseId,
      occasion: letterId,
      found: { kind: "reopened" },
      now: now(),
    },
    {
      id: null,
      name: reopened.title,
      roles: [],
      user_ids: told.map(({ userId }) => userId),
      webhook_ids: [],
      by_mail: true,
      canMail,
    },
  );
}
