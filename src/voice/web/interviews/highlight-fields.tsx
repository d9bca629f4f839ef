import { SegmentedControl, Select, TagsInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type HighlightFacts, highlightKinds, interviewLimits } from "../../interviews/model.ts";
import classes from "./interview.module.css";
import { insightsQuery } from "./queries.ts";
import { StepFields } from "./step-fields.tsx";

interface HighlightFieldsProps {
  facts: HighlightFacts;
  /** The map whose steps are offered first. */
  firstJourney: string | null;
  onChange: (change: Partial<HighlightFacts>) => void;
}

/** What a highlight is and what it is about. */
export function HighlightFields({ facts, firstJourney, onChange }: HighlightFieldsProps) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const known = useQuery(insightsQuery(workspaceId, { limit: 1 }));
  const [chosen, setChosen] = useState<string | null | undefined>(facts.step?.journeyId);
  const journeyId = chosen === undefined ? firstJourney : chosen;
  return (
    <>
      <SegmentedControl
        className={classes["kinds"] ?? ""}
        aria-label={t("kind")}
        value={facts.kind}
        onChange={(kind) => onChange({ kind })}
        data={highlightKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TagsInput
        label={t("tags")}
        description={t("tagsHelp")}
        clearable
        maxTags={interviewLimits.tags}
        value={facts.tags}
        onChange={(tags) => onChange({ tags: tags.map((tag) => tag.slice(0, interviewLimits.tag)) })}
        data={(known.data?.tags ?? []).map(({ tag }) => tag)}
      />
      <StepFields
        journeyId={journeyId}
        stepId={facts.step?.stepId ?? null}
        onJourney={(next) => {
          setChosen(next);
          onChange({ step: null });
        }}
        onStep={(stepId) => onChange({ step: stepId === null || journeyId === null ? null : { journeyId, stepId } })}
      />
      <Select
        label={t("touchpoint")}
        clearable
        searchable
        value={facts.touchpointId}
        onChange={(touchpointId) => onChange({ touchpointId })}
        data={(library.data?.touchpoints ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Textarea
        label={t("note")}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={interviewLimits.text}
        value={facts.note}
        onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
      />
    </>
  );
}
