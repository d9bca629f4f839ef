import type { ColumnType, JSONColumnType } from "kysely";
import type { Learnt } from "../../inferred/model.ts";
import type { Foreteller } from "../../inferred/training.ts";

export type InferredTables = {
  inferred_model: {
    workspace_id: string;
    touchpoint_key: string;
    version: number;
    mark: string;
    learnt: JSONColumnType<Omit<Learnt, "version" | "trainedAt">>;
    foreteller: ColumnType<Foreteller | null, string | null, string | null>;
    trained_at: Date;
  };
};
