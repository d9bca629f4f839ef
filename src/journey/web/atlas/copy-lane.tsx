import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RouteResponse } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { copyLane } from "../../api.ts";
import type { JourneySummary, Lane } from "../../model.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import { journeyQuery, journeysQuery } from "../queries.ts";
import { useScreen } from "../screen-context.ts";
import { useStore } from "../store.ts";

/** Copies a lane of the open map with its cards to another journey, and says what had no like there. */
export function CopyLane({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const { t: ui } = useTranslation("ui");
  const laneName = useLaneName();
  const { journey } = useScreen();
  const view = useStore(useMap().view);
  const { id: journeyId, workspaceId } = journey;
  const holds = ({ id, kind }: Lane) =>
    kind === "emotion" ? (view?.emotions.length ?? 0) > 0 : (view?.cards.get(id)?.size ?? 0) > 0;
  const filled = view?.lanes.filter(holds) ?? [];
  const journeys = useQuery(journeysQuery(workspaceId)).data ?? [];
  const others = journeys.filter(({ id }) => id !== journeyId);
  const [laneId, setLaneId] = useState<string | null>(filled[0]?.id ?? null);
  const [toJourneyId, setToJourneyId] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const copy = useMutation({
    mutationFn: () =>
      call(copyLane, { params: { journeyId, laneId: laneId ?? "" }, body: { toJourneyId: toJourneyId ?? "" } }),
    onSuccess: () => queryClient.invalidateQueries(journeyQuery(toJourneyId ?? "")),
  });
  const target = others.find(({ id }) => id === toJourneyId);
  const none = filled.length === 0 ? t("copyLaneNone") : others.length === 0 ? t("copyLaneNowhere") : null;
  return (
    <Dialog opened onClose={onClose} title={t("copyLaneTitle")}>
      {none !== null && <Text size="sm">{none}</Text>}
      {none === null && copy.data === undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (laneId !== null && toJourneyId !== null) copy.mutate();
          }}
        >
          <Stack gap="sm">
            <Select
              label={t("copyLaneLane")}
              value={laneId}
              allowDeselect={false}
              data={filled.map((lane) => ({ value: lane.id, label: laneName(lane) }))}
              onChange={setLaneId}
            />
            <Select
              label={t("copyLaneTo")}
              description={t("copyLaneHint")}
              searchable
              value={toJourneyId}
              data={others.map(({ id, name }) => ({ value: id, label: name === "" ? map("unnamedJourney") : name }))}
              onChange={setToJourneyId}
            />
            <ErrorNote error={copy.error} />
          </Stack>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={onClose}>
              {ui("cancel")}
            </Button>
            <Button type="submit" loading={copy.isPending} disabled={toJourneyId === null}>
              {t("copy")}
            </Button>
          </Group>
        </form>
      )}
      {copy.data !== undefined && target !== undefined && <Copied copied={copy.data} target={target} />}
    </Dialog>
  );
}

interface CopiedProps {
  copied: RouteResponse<typeof copyLane>;
  target: JourneySummary;
}

/** What came along, what did not, and the way to the lane. */
function Copied({ copied, target: { id: journeyId, workspaceId, name } }: CopiedProps) {
  const { t } = useTranslation("atlas");
  const { t: clipboard } = useTranslation("clipboard");
  const { laneId, cards, emotions, leftEmotions, unmatched } = copied;
  const stayed = unmatched.map((step) => `${step.name} (${step.cards})`).join(", ");
  return (
    <Stack gap="sm" role="status">
      <Text size="sm">
        {emotions + leftEmotions > 0
          ? t("emotionsCopied", { count: emotions, name })
          : t("copied", { count: cards, name })}
      </Text>
      {leftEmotions > 0 && <Text size="sm">{clipboard("leftEmotions", { count: leftEmotions })}</Text>}
      {unmatched.length > 0 && <Text size="sm">{t("stayed", { steps: stayed })}</Text>}
      <Group justify="flex-end">
        <Button
          renderRoot={(props: object) => (
            <Link
              to="/w/$workspaceId/journeys/$journeyId"
              params={{ workspaceId, journeyId }}
              search={{ item: `lane:${laneId}` }}
              {...props}
            />
          )}
        >
          {t("openIt")}
        </Button>
      </Group>
    </Stack>
  );
}
