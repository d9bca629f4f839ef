import type { Generated } from "kysely";

export type PersonaTables = {
  persona: { id: Generated<string>; workspace_id: string; key: string; name: string; summary: Generated<string> };
};
