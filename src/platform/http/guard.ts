import type { FastifyRequest } from "fastify";
import type { Principal } from "./handler.ts";

/** `outside`: not a member, and not to be told whether the workspace exists. */
export type Verdict = "allowed" | "denied" | "outside";

/** Who asks and what they may do: the two questions the pipeline puts to the rest of the product. */
export interface Guard {
  authenticate: (request: FastifyRequest) => Promise<Principal | null>;
  authorise: (userId: string, workspaceId: string, permission: string) => Promise<Verdict>;
}
