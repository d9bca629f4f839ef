import type { Generated } from "kysely";
import type { Locale, Role } from "../model.ts";

export type WorkspaceTables = {
  workspace: {
    id: Generated<string>;
    name: string;
    locale: Locale;
    time_zone: string;
    is_demo: Generated<boolean>;
    created_at: Generated<Date>;
  };
  member: { workspace_id: string; user_id: string; role: Role; created_at: Generated<Date> };
  invitation: {
    token_hash: string;
    workspace_id: string;
    email: string;
    role: Role;
    expires_at: Date;
    accepted_at: Date | null;
    created_at: Generated<Date>;
  };
  /** Accounts, in the shape of the sign-in library (src/platform/auth.ts), plus the language of the screens. */
  user: {
    id: string;
    name: string;
    email: string;
    locale: Locale;
    createdAt: Generated<Date>;
    updatedAt: Generated<Date>;
  };
  /** `providerId` is `credential` for e-mail and password; `accountId` is then the user's id. */
  account: { id: string; accountId: string; providerId: string; userId: string; password: string | null };
  session: { id: string; userId: string };
  installation_secret: { name: string; value: string };
};
