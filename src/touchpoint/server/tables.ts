import type { Generated } from "kysely";
import type { ChannelKind, Initiator } from "../model.ts";

export type TouchpointTables = {
  channel: { id: Generated<string>; workspace_id: string; key: string; name: string; kind: ChannelKind };
  team: { id: Generated<string>; workspace_id: string; key: string; name: string };
  touchpoint: {
    id: Generated<string>;
    workspace_id: string;
    key: string;
    name: string;
    channel_id: string | null;
    team_id: string | null;
    initiator: Initiator;
  };
};
