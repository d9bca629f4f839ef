import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./interview.module.css";
import { useJourney, useJourneys } from "./queries.ts";

interface StepFieldsProps {
  journeyId: string | null;
  stepId: string | null;
  onJourney: (journeyId: string | null) => void;
  onStep: (stepId: string | null) => void;
  /** Names stand in the fields while they are empty, as those of filters do. */
  isFilter?: boolean;
}

/** A map, and one of its steps. */
export function StepFields({ journeyId, stepId, onJourney, onStep, isFilter = false }: StepFieldsProps) {
  const { t } = useTranslation("interviews");
  const journeys = useJourneys();
  const journey = useJourney(journeyId);
  const named = (name: string) => (isFilter ? { "aria-label": name, placeholder: name } : { label: name });
  return (
    <div className={classes["pair"]}>
      <Select
        {...named(t("journey"))}
        clearable
        value={journeyId}
        onChange={onJourney}
        data={(journeys.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        {...named(t("step"))}
        clearable
        searchable
        disabled={journeyId === null}
        value={stepId}
        onChange={onStep}
        data={(journey.data?.document.steps ?? []).map(({ id, name }) => ({ value: id, label: name || t("unnamed") }))}
      />
    </div>
  );
}
