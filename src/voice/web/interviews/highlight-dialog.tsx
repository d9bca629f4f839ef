import { NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { HighlightFacts, InterviewDetails, Moment, Passage } from "../../interviews/model.ts";
import { HighlightFields } from "./highlight-fields.tsx";
import classes from "./interview.module.css";
import { guidesQuery, useAddHighlight, useJourneys } from "./queries.ts";

/** What is being marked. */
export interface Marked {
  passage: Passage | null;
  moment: Moment | null;
  /** Its words; empty for a moment. */
  quote: string;
}

interface HighlightDialogProps {
  interview: InterviewDetails;
  marked: Marked;
  onClose: () => void;
}

/** Says of words or of a moment what they are: kind, tags, the step they are about. */
export function HighlightDialog({ interview, marked, onClose }: HighlightDialogProps) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const guides = useQuery(guidesQuery(workspaceId));
  const journeys = useJourneys();
  const [facts, setFacts] = useState<HighlightFacts>({
    kind: marked.passage === null ? "quote" : "irritant",
    note: "",
    tags: [],
    step: null,
    touchpointId: null,
  });
  const [moment, setMoment] = useState(marked.moment);
  const add = useAddHighlight(interview.id, onClose);
  const guided = guides.data?.find(({ id }) => id === interview.guideId)?.journeyId;
  return (
    <FormDialog
      title={t("newHighlight")}
      action={t("mark")}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate({ ...facts, passage: marked.passage, moment })}
      onClose={onClose}
    >
      {marked.quote !== "" && <blockquote className={classes["quote"]}>{marked.quote}</blockquote>}
      {marked.passage === null && moment !== null && (
        <div className={classes["bounds"]}>
          <Bound
            label={t("fromSecond")}
            value={moment.fromMs}
            max={moment.toMs}
            onChange={(fromMs) => setMoment({ ...moment, fromMs })}
          />
          <Bound
            label={t("toSecond")}
            value={moment.toMs}
            min={moment.fromMs}
            onChange={(toMs) => setMoment({ ...moment, toMs })}
          />
        </div>
      )}
      <HighlightFields
        facts={facts}
        firstJourney={guided ?? journeys.data?.[0]?.id ?? null}
        onChange={(change) => setFacts({ ...facts, ...change })}
      />
    </FormDialog>
  );
}

interface BoundProps {
  label: string;
  /** In milliseconds. */
  value: number;
  min?: number;
  max?: number;
  onChange: (milliseconds: number) => void;
}

function Bound({ label, value, min = 0, max = 2 ** 31 - 1, onChange }: BoundProps) {
  return (
    <NumberInput
      label={label}
      min={min / 1000}
      max={max / 1000}
      decimalScale={1}
      value={value / 1000}
      onChange={(seconds) => onChange(Math.round(Number(seconds) * 1000))}
    />
  );
}
