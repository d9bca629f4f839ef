import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { wouldCircle } from "../../atlas.ts";
import type { JourneySummary } from "../../model.ts";
import { useMap } from "../map-context.ts";
import { journeysQuery } from "../queries.ts";
import { useStore } from "../store.ts";
import classes from "./atlas.module.css";
import { useJourneyChange } from "../use-journey-change.ts";

/** The journeys that tell steps of this map in detail, by step. */
export function useStepDetails(): ReadonlyMap<string, readonly JourneySummary[]> {
  const { journeyId } = useMap();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(journeysQuery(workspaceId));
  return useMemo(
    () =>
      Map.groupBy(
        (data ?? []).filter(({ parentId }) => parentId === journeyId),
        ({ parentStepId }) => parentStepId ?? "",
      ),
    [data, journeyId],
  );
}

/** Leads from a step to the journeys that tell it in detail. */
export function StepDetailLinks({ journeys }: { journeys: readonly JourneySummary[] }) {
  const { t } = useMap();
  const { id: workspaceId } = useWorkspace();
  return journeys.map(({ id, name }) => (
    <Link
      key={id}
      className={classes["detail"]}
      to="/w/$workspaceId/journeys/$journeyId"
      params={{ workspaceId, journeyId: id }}
      // The step beside it takes clicks and keys for itself.
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {t("atlas:detailedBy", { name: name === "" ? t("unnamedJourney") : name })}
    </Link>
  ));
}

/** Asks how the step that the map wants told in detail is to be. */
export function DetailDialog() {
  const { detailing, view } = useMap();
  const stepId = useStore(detailing);
  const step = useStore(view, (shown) => shown?.steps.find(({ id }) => id === stepId));
  return step !== undefined && <DetailStep key={step.id} step={step} onClose={() => detailing.set(null)} />;
}

/** Makes a journey that tells a step in detail, or links one that is there already. */
function DetailStep({ step, onClose }: { step: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const { journeyId } = useMap();
  const { id: workspaceId } = useWorkspace();
  const journeys = useQuery(journeysQuery(workspaceId)).data ?? [];
  const [chosen, setChosen] = useState<JourneySummary | null>(null);
  const change = useJourneyChange({ id: chosen?.id ?? "", workspaceId }, onClose);
  const linkable = journeys.filter(({ id }) => id !== journeyId && !wouldCircle(journeys, id, journeyId));
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("detailTitle", { step: step.name === "" ? map("stepPlaceholder") : step.name })}
    >
      <Stack gap="md">
        <Text size="sm">{t("detailText")}</Text>
        <Button
          renderRoot={(props: object) => (
            <Link
              to="/w/$workspaceId/journeys/new"
              params={{ workspaceId }}
              search={{ parent: journeyId, step: step.id }}
              {...props}
            />
          )}
        >
          {t("detailNew")}
        </Button>
        {linkable.length > 0 && (
          <Group align="end" wrap="nowrap">
            <Select
              style={{ flex: 1 }}
              label={t("detailExisting")}
              searchable
              value={chosen?.id ?? null}
              data={linkable.map(({ id, name }) => ({ value: id, label: name === "" ? map("unnamedJourney") : name }))}
              onChange={(id) => setChosen(linkable.find((journey) => journey.id === id) ?? null)}
            />
            <Button
              variant="default"
              disabled={chosen === null}
              loading={change.isPending}
              onClick={() => change.mutate({ parentId: journeyId, parentStepId: step.id })}
            >
              {t("detailLink")}
            </Button>
          </Group>
        )}
        <ErrorNote error={change.error} />
      </Stack>
    </Dialog>
  );
}
