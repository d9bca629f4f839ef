import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { RefusalReason, ReviewProof, ReviewState } from "../../reviews/collected.ts";
import type {
  ImportedSource,
  QuarantinedReview,
  ReviewCounts,
  ReviewMapping,
  ReviewSource,
} from "../../reviews/model.ts";
import type { ReviewPolicy } from "../../reviews/policy.ts";

export type ReviewTables = {
  review_import: {
    id: Generated<string>;
    workspace_id: string;
    file_name: string;
    source: ImportedSource;
    mapping: JSONColumnType<ReviewMapping>;
    counts: JSONColumnType<ReviewCounts>;
    quarantine: JSONColumnType<QuarantinedReview[]>;
    created_by: string | null;
    created_at: Generated<Date>;
  };
  review: {
    id: Generated<string>;
    workspace_id: string;
    source: ReviewSource;
    source_key: string;
    fingerprint: string;
    rating: number;
    title: string;
    body: string;
    author: string;
    /** `yyyy-mm-dd`. */
    experienced_on: string | null;
    published_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
    language: string | null;
    url: string | null;
    reply: string;
    replied_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
    touchpoint_id: string | null;
    /** Empty without one. */
    touchpoint_key: string;
    is_placed_by_hand: Generated<boolean>;
    import_id: string | null;
    response_id: ColumnType<string | null, string | null | undefined, string | null>;
    is_told: Generated<boolean>;
    is_reworded: Generated<boolean>;
    is_gone: Generated<boolean>;
    created_at: Generated<Date>;
  };
  collected_review: {
    review_id: string;
    state: ReviewState;
    is_buyer: boolean;
    proof: ReviewProof;
    proof_note: Generated<string>;
    refusal: RefusalReason | null;
    contest: Generated<string>;
    decided_by: string | null;
    decided_at: Date | null;
    submitted_at: Date;
  };
  review_policy: {
    workspace_id: string;
    token: string;
    policy: JSONColumnType<ReviewPolicy>;
  };
};
