import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Verdict } from "#platform/http/guard.ts";
import { permissions, type Permission } from "../model.ts";
import { may } from "../rules.ts";
import { roleIn } from "./queries.ts";

/** What a user may do in a workspace, asked of the database at every request, so that a change of role holds at once. */
export async function authorise(
  db: Kysely<Database>,
  userId: string,
  workspaceId: string,
  permission: string,
): Promise<Verdict> {
  const role = await roleIn(db, userId, workspaceId);
  if (role === null) return "outside";
  return isPermission(permission) && may(role, permission) ? "allowed" : "denied";
}

function isPermission(name: string): name is Permission {
  return (permissions as readonly string[]).includes(name);
}
