import { useMemo, useState } from "react";
import { type KnownTouchpoint, type Warning, warningsOf } from "../../warnings.ts";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useRestedMapView, useScreen } from "../screen-context.ts";

/** How long editing rests before the map is looked through again, and how long that waits at most, in milliseconds. */
const pause = { rest: 300, most: 5_000 } as const;

/** What the map on screen is warned of, as it is edited. */
export function useWarnings(): readonly Warning[] {
  const { journey, figures } = useScreen();
  // All the rules look at the whole map: not with every key.
  const view = useRestedMapView(pause.rest, pause.most);
  const teams = useLibrary(journey.workspaceId).data?.teams;
  const [now] = useState(() => new Date());
  return useMemo(() => {
    const touchpoint = (id: string): KnownTouchpoint | undefined => {
      const known = figures.touchpoint(id);
      if (known === undefined) return undefined;
      const channel = figures.channelOf(id);
      return {
        ...known,
        channelName: channel?.name ?? "",
        channelKind: channel?.kind ?? null,
        teamName: teams?.find(({ id }) => id === known.teamId)?.name ?? "",
      };
    };
    const cards = [...view.cards.values()].flatMap((byStep) => [...byStep.values()].flat());
    const { framing, stages, steps, lanes } = view;
    const placements = steps.flatMap((step) => view.placements.get(step.id) ?? []);
    const { all } = figures;
    return warningsOf({
      id: journey.id,
      kind: journey.kind,
      document: { framing, stages, steps, lanes, cards, placements },
      touchpoint,
      answers: all === undefined ? null : (placementId) => figures.measures.get(placementId)?.answers ?? 0,
      ownerId: journey.ownerId,
      reviewedAt: journey.reviewedAt === null ? null : new Date(journey.reviewedAt),
      reviewMonths: journey.reviewMonths,
      now,
    });
  }, [journey, view, figures, teams, now]);
}
