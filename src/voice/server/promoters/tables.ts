import type { Generated } from "kysely";
import type { PromoterDeed, PromoterRole } from "../../promoters/model.ts";

export type PromoterTables = {
  promoter_deed: {
    id: Generated<string>;
    workspace_id: string;
    person_ref: string;
    deed: PromoterDeed;
    role: PromoterRole | null;
    letter_id: string;
    response_id: string | null;
    consent: Generated<string>;
    user_id: string | null;
    done_at: Date;
  };
};
