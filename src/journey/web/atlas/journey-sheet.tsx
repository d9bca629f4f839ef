import { Button, Group, Select, TagsInput, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useFormat } from "#ui/use-format.ts";
import { membersQuery } from "#workspace/web/index.ts";
import { wouldCircle } from "../../atlas.ts";
import { type JourneyKind, journeyKinds, type JourneySummary } from "../../model.ts";
import { journeyQuery, journeysQuery } from "../queries.ts";
import { useJourneyChange } from "../use-journey-change.ts";
import { useMarkReviewed } from "./use-mark-reviewed.ts";

const cadences = [1, 3, 6, 12, 24] as const;

/** What is said of a journey beside its map: who answers for it, how it is found again, when it is looked through. */
export function JourneySheet({ journey, onClose }: { journey: JourneySummary; onClose: () => void }) {
  const { t } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const format = useFormat();
  const { id, workspaceId } = journey;
  const members = useQuery(membersQuery(workspaceId));
  const journeys = useQuery(journeysQuery(workspaceId)).data ?? [];
  const [kind, setKind] = useState<JourneyKind>(journey.kind);
  const [ownerId, setOwnerId] = useState(journey.ownerId);
  const [tags, setTags] = useState(journey.tags);
  const [reviewMonths, setReviewMonths] = useState(journey.reviewMonths);
  const [parentId, setParentId] = useState(journey.parentId);
  const [parentStepId, setParentStepId] = useState(journey.parentStepId);
  const parent = useQuery({ ...journeyQuery(parentId ?? ""), enabled: parentId !== null });
  const change = useJourneyChange(journey, onClose);
  const markReviewed = useMarkReviewed(journey);
  const steps = parent.data?.document.steps ?? [];
  const months = [...new Set([...cadences, journey.reviewMonths])].toSorted((a, b) => a - b);
  const save = () =>
    change.mutate({
      kind,
      ownerId,
      tags,
      reviewMonths,
      parentId,
      parentStepId: parentId === null ? null : parentStepId,
    });
  return (
    <FormDialog title={t("sheetTitle")} busy={change.isPending} error={change.error} onSubmit={save} onClose={onClose}>
      <Select
        label={t("owner")}
        description={t("ownerHint")}
        placeholder={t("noOwner")}
        clearable
        value={ownerId}
        data={(members.data ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
        onChange={setOwnerId}
      />
      <TagsInput
        label={t("tags")}
        description={t("tagsHint")}
        value={tags}
        maxTags={20}
        data={[...new Set(journeys.flatMap((other) => other.tags))]}
        onChange={(wanted) => setTags(wanted.map((tag) => tag.slice(0, 60)))}
      />
      <Select
        label={t("kind")}
        value={kind}
        allowDeselect={false}
        data={journeyKinds.map((one) => ({ value: one, label: map(`kind.${one}`) }))}
        onChange={(chosen) => setKind(chosen ?? kind)}
      />
      <Group align="end" wrap="nowrap">
        <Select
          label={t("reviewEvery")}
          value={String(reviewMonths)}
          allowDeselect={false}
          data={months.map((count) => ({ value: String(count), label: t("months", { count }) }))}
          onChange={(value) => setReviewMonths(Number(value))}
        />
        <Button variant="default" style={{ flexShrink: 0 }} onClick={() => markReviewed.mutate()}>
          {t("markReviewed")}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {journey.reviewedAt === null ? t("neverReviewed") : t("lastReview", { day: format.date(journey.reviewedAt) })}
      </Text>
      <Select
        label={t("parent")}
        placeholder={t("parentNone")}
        clearable
        searchable
        value={parentId}
        data={journeys
          .filter((other) => !wouldCircle(journeys, id, other.id))
          .map((other) => ({ value: other.id, label: other.name || map("unnamedJourney") }))}
        onChange={(value) => {
          setParentId(value);
          setParentStepId(null);
        }}
      />
      {parentId !== null && (
        <Select
          label={t("parentStep")}
          placeholder={t("parentStepNone")}
          clearable
          searchable
          value={parentStepId}
          data={steps.map((step) => ({ value: step.id, label: step.name || map("stepPlaceholder") }))}
          onChange={setParentStepId}
        />
      )}
    </FormDialog>
  );
}
