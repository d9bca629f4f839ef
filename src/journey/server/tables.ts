import type { Generated } from "kysely";
import type { JourneyKind, JourneyState, LaneKind } from "../model.ts";

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
  };
  journey_update: {
    journey_id: string;
    seq: Generated<number>;
    update: Buffer;
    origin: string;
    user_id: string | null;
    created_at: Generated<Date>;
  };
  journey_stage: { journey_id: string; id: string; position: number; name: string };
  journey_step: { journey_id: string; id: string; stage_id: string; position: number; name: string };
  journey_lane: { journey_id: string; id: string; position: number; kind: LaneKind; name: string };
  journey_card: {
    journey_id: string;
    id: string;
    lane_id: string;
    step_id: string;
    position: number;
    text: string;
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
  };
};

/** The tables of the projection, which hold what the document says. */
export type ProjectionTable = "journey_stage" | "journey_step" | "journey_lane" | "journey_card" | "journey_placement";
