import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "#workspace/web/index.ts";
import { mayAddLane } from "../../lane-groups.ts";
import { type JourneySummary, laneKinds } from "../../model.ts";
import { useShowItem } from "../comments/use-show-item.ts";
import { focusRef } from "../grid-focus.ts";
import { refOf } from "../item.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import { journeysQuery } from "../queries.ts";
import { useScreen } from "../screen-context.ts";
import { cardsOf } from "../selection/selection.ts";
import type { Command } from "./commands.ts";

/** What the map itself offers: its deeds, and every place on it. */
export function useMapCommands(): () => readonly Command[] {
  const deeds = useDeedCommands();
  const places = usePlaceCommands();
  const others = useJourneyCommands();
  return () => [...deeds(), ...places(), ...others()];
}

function useDeedCommands(): () => readonly Command[] {
  const { t } = useTranslation("palette");
  const { t: journey } = useTranslation("journey");
  const { editor, edit, placing, view } = useMap();
  return () => {
    const map = view.get();
    const stage = map?.stages.at(-1);
    const step = map?.steps.at(-1);
    if (editor === null || map === null) return [];
    const deed = (id: string, label: string, run: () => void, more: Partial<Command> = {}): Command => ({
      id,
      group: "deed",
      label,
      run,
      ...more,
    });
    return [
      ...(stage === undefined ? [] : [deed("addStep", t("addStep"), () => edit(editor.addStep(stage.id)))]),
      deed("addStage", t("addStage"), () => edit(editor.addStage(""))),
      ...(step === undefined ? [] : [deed("addTouchpoint", t("addTouchpoint"), () => placing.set(step.id))]),
      deed("undo", t("undo"), editor.undo, { shortcut: "Ctrl+Z" }),
      deed("redo", t("redo"), editor.redo, { shortcut: "Ctrl+Shift+Z" }),
      ...laneKinds
        .filter((kind) => mayAddLane(map.lanes, kind))
        .map((kind) =>
          deed(
            `addLane.${kind}`,
            t("addLane", { kind: journey(`lane.${kind}`) }),
            () => {
              const ref = editor.addLane(kind);
              if (kind === "free") edit(ref);
              else if (ref !== null) focusRef(ref);
            },
            { isQuiet: true },
          ),
        ),
    ];
  };
}

function usePlaceCommands(): () => readonly Command[] {
  const { t } = useTranslation("palette");
  const { t: journey } = useTranslation("journey");
  const { view } = useMap();
  const { figures } = useScreen();
  const showItem = useShowItem();
  const laneName = useLaneName();
  return () => {
    const map = view.get();
    if (map === null) return [];
    const place = (ref: string, label: string, keywords: string): Command => ({
      id: `go.${ref}`,
      group: "go",
      label,
      keywords,
      isQuiet: true,
      run: () => showItem(ref),
    });
    const stepNames = new Map(map.steps.map(({ id, name }) => [id, name || journey("stepPlaceholder")]));
    const stepName = (id: string) => stepNames.get(id) ?? "";
    return [
      ...map.stages.map(({ id, name }) => place(refOf("stage", id), name, t("isStage"))),
      ...map.steps.map(({ id }) => place(refOf("step", id), stepName(id), t("isStep"))),
      ...map.lanes
        .filter(({ isHidden }) => !isHidden)
        .map((lane) => place(refOf("lane", lane.id), laneName(lane), t("isLane"))),
      ...[...map.placements.values()].flat().map(({ id, touchpointId, stepId }) => {
        const name = figures.touchpoint(touchpointId)?.name ?? journey("removedTouchpoint");
        return place(refOf("placement", id), name, t("isTouchpoint", { step: stepName(stepId) }));
      }),
      ...cardsOf(map).map(({ id, text, stepId, tags }) =>
        place(refOf("card", id), text, `${t("isCard", { step: stepName(stepId) })} ${tags.join(" ")}`),
      ),
    ].filter(({ label }) => label !== "");
  };
}

/** The other journeys of the workspace, as far as this browser knows them. */
function useJourneyCommands(): () => readonly Command[] {
  const { t } = useTranslation("palette");
  const { id: workspaceId } = useWorkspace();
  const { journey } = useScreen();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    const known: readonly JourneySummary[] = queries.getQueryData(journeysQuery(workspaceId).queryKey) ?? [];
    return known
      .filter(({ id }) => id !== journey.id)
      .map(({ id, name }) => ({
        id: `journey.${id}`,
        group: "journey",
        label: t("otherJourney", { name }),
        isQuiet: true,
        run: () => void navigate({ to: "/w/$workspaceId/journeys/$journeyId", params: { workspaceId, journeyId: id } }),
      }));
  };
}
