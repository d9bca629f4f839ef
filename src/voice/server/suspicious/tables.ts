import type { Generated } from "kysely";
import type { Verdict } from "../../suspicious/model.ts";

export type SuspiciousTables = {
  answer_verdict: {
    id: Generated<string>;
    response_id: string;
    verdict: Verdict | null;
    decided_by: string | null;
    decided_at: Date;
  };
};
