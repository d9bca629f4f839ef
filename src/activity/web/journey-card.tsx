import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { getJourney, listJourneys } from "#journey/api.ts";
import type { Journey } from "#journey/model.ts";
import { useLibrary } from "#touchpoint/web/index.ts";
import { keyFrom } from "#touchpoint/rules.ts";
import { call } from "#ui/call.ts";
import type { MappingJourney } from "../model.ts";
import { nameFromKey, textOf, touchpointNames, touchpointsUsed, withTouchpoints } from "./draft.ts";
import classes from "./mapping-form.module.css";
import type { MappingPart } from "./mapping-form.tsx";
import { useMutation } from "@tanstack/react-query";

/** On which map the touchpoints show: one that this import makes, or one that is there and is completed. */
export function JourneyCard({ one, mapping, onChange }: MappingPart) {
  const { t, i18n } = useTranslation("activity");
  const { data: library } = useLibrary(one.workspaceId);
  const journeys = useQuery({
    queryKey: ["journeys", one.workspaceId],
    queryFn: ({ signal }) => call(listJourneys, { params: { workspaceId: one.workspaceId }, signal }),
  });
  const { journey } = mapping;
  const isThere = journeys.data?.some(({ key }) => key === journey?.key) === true;
  const names = touchpointNames(mapping, i18n.language);
  const nameOf = (key: string) =>
    names.get(key) ?? library?.touchpoints.find((touchpoint) => touchpoint.key === key)?.name ?? nameFromKey(key);

  const begin = (name: string): MappingJourney =>
    withTouchpoints(
      { key: keyFrom(name), name, stages: [{ name, steps: [{ name, touchpoints: [] }] }] },
      touchpointsUsed(mapping.records),
      [],
      nameOf,
    );
  const complete = useMutation({
    mutationFn: (journeyId: string) => call(getJourney, { params: { journeyId } }),
    onSuccess: (there) => {
      const keyOf = new Map(library?.touchpoints.map(({ id, key }) => [id, key]));
      const placed = there.document.placements.map(({ touchpointId }) => keyOf.get(touchpointId));
      onChange({
        ...mapping,
        journey: onto(
          there,
          touchpointsUsed(mapping.records).filter((key) => !placed.includes(key)),
          nameOf,
        ),
      });
    },
  });
  const choose = (value: string) => {
    if (value === "new") onChange({ ...mapping, journey: dropEmpty(begin(mapping.name)) });
    else if (value === "none") onChange({ ...mapping, journey: undefined });
    else complete.mutate(value);
  };
  const chosen = journey === undefined ? "none" : (journeys.data?.find(({ key }) => key === journey.key)?.id ?? "new");
  return (
    <fieldset className={classes["card"]}>
      <legend>{t("journey.title")}</legend>
      <div className={classes["fields"]}>
        <span className={classes["label"]}>{t("journey.on")}</span>
        <NativeSelect
          size="xs"
          aria-label={t("journey.on")}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: "new", label: t("journey.new") },
            ...(journeys.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            { value: "none", label: t("journey.none") },
          ]}
        />
        {journey !== undefined && !isThere && (
          <>
            <span className={classes["label"]}>{t("journey.name")}</span>
            <TextInput
              size="xs"
              aria-label={t("journey.name")}
              maxLength={200}
              value={textOf(journey.name, i18n.language)}
              onChange={(event) => {
                const name = event.currentTarget.value;
                if (name !== "") onChange({ ...mapping, journey: { ...journey, name, key: keyFrom(name) } });
              }}
            />
          </>
        )}
      </div>
      {journey !== undefined && (
        <ol className={classes["line"]} aria-label={t("journey.steps")}>
          {journey.stages
            .flatMap(({ steps }) => steps)
            .map((step) => (
              <li key={textOf(step.name, i18n.language)}>{textOf(step.name, i18n.language)}</li>
            ))}
        </ol>
      )}
      {journey !== undefined && (
        <p className={classes["note"]} style={{ marginTop: "0.5rem" }}>
          {t(isThere ? "journey.completes" : "journey.later")}
        </p>
      )}
    </fieldset>
  );
}

/** What an existing journey lacks, at its end; its own stages and steps are named so that they are met again. */
function onto(there: Journey, missing: readonly string[], nameOf: (key: string) => string): MappingJourney {
  const { stages, steps } = there.document;
  const stage = stages.at(-1);
  const step = steps.findLast(({ stageId }) => stageId === stage?.id);
  const base: MappingJourney = {
    key: there.key,
    name: there.name,
    stages: [{ name: stage?.name || there.name, steps: [{ name: step?.name || there.name, touchpoints: [] }] }],
  };
  return missing.length === 0 ? base : dropEmpty(withTouchpoints(base, missing, [], nameOf));
}

/** Without the placeholder step that a journey begins with, once it has others. */
function dropEmpty(journey: MappingJourney): MappingJourney {
  const stages = journey.stages
    .map((stage) => ({ ...stage, steps: stage.steps.filter(({ touchpoints }) => touchpoints.length > 0) }))
    .filter(({ steps }) => steps.length > 0);
  return stages.length === 0 ? journey : { ...journey, stages };
}
