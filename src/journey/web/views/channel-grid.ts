import type { TouchpointMeasure } from "#insight/web/index.ts";
import type { Channel, Touchpoint } from "#touchpoint/web/index.ts";
import type { Placement, Step } from "../../model.ts";

/** A touchpoint where its step and its channel meet. */
export interface GridEntry {
  placement: Placement;
  name: string;
  measure: TouchpointMeasure | undefined;
}

export interface GridRow {
  /** Null: touchpoints without a channel. */
  channel: Channel | null;
  /** By step. */
  cells: ReadonlyMap<string, readonly GridEntry[]>;
  /** Contacts of the period over all steps; null while no figure is known. */
  contacts: number | null;
}

interface Names {
  touchpoint: (id: string) => Touchpoint | undefined;
  channelOf: (touchpointId: string) => Channel | undefined;
  measures: ReadonlyMap<string, TouchpointMeasure>;
}

/** Steps × channels: which touchpoint meets the customer where, the busiest channels first, those without a channel last. */
export function channelGrid(
  steps: readonly Step[],
  placements: ReadonlyMap<string, readonly Placement[]>,
  names: Names,
): GridRow[] {
  const entries = steps.flatMap((step) =>
    (placements.get(step.id) ?? []).map((placement): GridEntry & { channel: Channel | null } => ({
      placement,
      name: names.touchpoint(placement.touchpointId)?.name ?? "",
      measure: names.measures.get(placement.id),
      channel: names.channelOf(placement.touchpointId) ?? null,
    })),
  );
  return [...Map.groupBy(entries, ({ channel }) => channel?.id ?? "").values()]
    .map((row): GridRow => ({
      channel: row[0]?.channel ?? null,
      cells: Map.groupBy(row, ({ placement }) => placement.stepId),
      contacts: contactsOf(row),
    }))
    .toSorted(
      (a, b) => Number(a.channel === null) - Number(b.channel === null) || (b.contacts ?? 0) - (a.contacts ?? 0),
    );
}

/** Contacts over several touchpoints; null when none of them has a figure. */
export function contactsOf(entries: readonly GridEntry[]): number | null {
  const known = entries.flatMap(({ measure }) => (measure === undefined ? [] : [measure.contacts]));
  return known.length === 0 ? null : known.reduce((sum, contacts) => sum + contacts, 0);
}
