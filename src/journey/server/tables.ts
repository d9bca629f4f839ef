import type { Generated, JSONColumnType } from "kysely";
import type {
  Card,
  JourneyDocument,
  JourneyKind,
  JourneyState,
  Lane,
  LaneKind,
  Placement,
  Stage,
  Step,
} from "../model.ts";

/** What the document says beside the lists that have a table. */
export type Rest = Pick<JourneyDocument, "isCycle" | "isLocked" | "framing" | "links" | "emotions" | "personas">;
type Details<Item, Columns extends keyof Item> = JSONColumnType<Omit<Item, "id" | Columns>>;

export type JourneyTables = {
  journey: {
    id: Generated<string>;
    workspace_id: string;
    key: string;
    name: string;
    kind: JourneyKind;
    state: JourneyState;
    snapshot: Buffer | null;
    snapshot_seq: Generated<number>;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
    owner_id: string | null;
    reviewed_at: Date | null;
    review_months: Generated<number>;
    tags: Generated<string[]>;
    parent_id: string | null;
    parent_step_id: string | null;
    lived_id: string | null;
    rest: JSONColumnType<Rest | Record<string, never>, string | undefined>;
    authors: Generated<string[]>;
    edited_since: Date | null;
  };
  journey_update: {
    journey_id: string;
    seq: Generated<number>;
    update: Buffer;
    origin: string;
    user_id: string | null;
    created_at: Generated<Date>;
  };
  journey_stage: { journey_id: string; id: string; position: number; name: string; details: Details<Stage, "name"> };
  journey_step: {
    journey_id: string;
    id: string;
    stage_id: string;
    position: number;
    name: string;
    details: Details<Step, "stageId" | "name">;
  };
  journey_lane: {
    journey_id: string;
    id: string;
    position: number;
    kind: LaneKind;
    name: string;
    details: Details<Lane, "kind" | "name">;
  };
  journey_card: {
    journey_id: string;
    id: string;
    lane_id: string;
    step_id: string;
    position: number;
    text: string;
    details: Details<Card, "laneId" | "stepId" | "text">;
  };
  journey_placement: {
    journey_id: string;
    id: string;
    step_id: string;
    position: number;
    touchpoint_id: string;
    importance: number | null;
    moment_of_truth: boolean;
    expectation: number | null;
    details: Details<Placement, "stepId" | "touchpointId" | "importance" | "momentOfTruth" | "expectation">;
  };
};

/** The tables of the projection, which hold what the document says. */
export type ProjectionTable = "journey_stage" | "journey_step" | "journey_lane" | "journey_card" | "journey_placement";
