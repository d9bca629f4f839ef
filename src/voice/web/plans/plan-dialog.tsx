import { Button, Checkbox, Group, Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { toast } from "#ui/toast.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Plan, type Planned, planOf, plans } from "../../plans/plan.ts";
import { surveysQuery } from "../queries.ts";
import classes from "./plans.module.css";
import { journeyQuery, useMakeDrafts, useUndoDrafts } from "./queries.ts";

interface PlanDialogProps {
  journeyId: string;
  onClose: () => void;
}

/** A ready plan of what to ask along a journey: what is asked already, and drafts of the rest in one go. */
export function PlanDialog({ journeyId, onClose }: PlanDialogProps) {
  const { t, i18n } = useTranslation("plans");
  const { t: tVoice } = useTranslation("voice");
  const { id: workspaceId } = useWorkspace();
  const journey = useQuery(journeyQuery(journeyId));
  const surveys = useQuery(surveysQuery(workspaceId));
  const library = useLibrary(workspaceId);
  const [plan, setPlan] = useState<Plan>("byPhase");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<readonly string[]>([]);
  const make = useMakeDrafts(workspaceId, i18n.language, (surveyId) => setMade((before) => [...before, surveyId]));
  const undo = useUndoDrafts(() => {
    setMade([]);
    toast(t("undone"));
  });
  const nameOf = (touchpointId: string) => library.data?.touchpoints.find(({ id }) => id === touchpointId)?.name ?? "";
  const lines =
    journey.data === undefined || surveys.data === undefined || library.data === undefined
      ? null
      : planOf(plan, journey.data.document, surveys.data).filter(({ touchpointId }) => nameOf(touchpointId) !== "");
  const wanted = (lines ?? []).filter(({ touchpointId, asked }) => asked === null && !left.has(touchpointId));
  const toggle = (touchpointId: string) =>
    setLeft(
      (before) =>
        new Set(before.has(touchpointId) ? [...before].filter((id) => id !== touchpointId) : [...before, touchpointId]),
    );
  const submit = () =>
    make.mutate(
      wanted.map(({ touchpointId, metric }) => ({
        touchpointId,
        metric,
        name: `${tVoice(`asked.${metric}`)} · ${nameOf(touchpointId)}`.slice(0, 120),
      })),
    );
  return (
    <Dialog opened onClose={onClose} title={t("title")} size="lg">
      {journey.isError && <ErrorState error={journey.error} retry={() => void journey.refetch()} />}
      {lines === null && !journey.isError && <Loading rows={5} />}
      {lines !== null && journey.data !== undefined && (
        <Stack gap="sm">
          <p className={classes["intro"]}>{t("intro", { journey: journey.data.name })}</p>
          <Select
            label={t("which")}
            allowDeselect={false}
            disabled={made.length > 0}
            data={plans.map((value) => ({ value, label: t(`plan.${value}`) }))}
            value={plan}
            onChange={(value) => setPlan(plans.find((known) => known === value) ?? plan)}
          />
          {lines.length === 0 ? (
            <p>{t("noTouchpoints")}</p>
          ) : (
            <div className={classes["lines"]}>
              {journey.data.document.stages.map(({ id, name }) => (
                <Fragment key={id}>
                  {lines.some(({ stageId }) => stageId === id) && <h3>{name === "" ? t("unnamed") : name}</h3>}
                  {lines
                    .filter(({ stageId }) => stageId === id)
                    .map((line) => (
                      <Line
                        key={line.touchpointId}
                        line={line}
                        name={nameOf(line.touchpointId)}
                        isWanted={wanted.includes(line)}
                        isSettled={made.length > 0}
                        onToggle={() => toggle(line.touchpointId)}
                      />
                    ))}
                </Fragment>
              ))}
            </div>
          )}
          <ErrorNote error={make.error ?? undo.error} />
          {made.length > 0 ? (
            <Group justify="space-between">
              <span role="status">{t("made", { count: made.length })}</span>
              <Group gap="xs">
                <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(made)}>
                  {t("undo")}
                </Button>
                <Button component={Link} to={`/w/${workspaceId}/voice`}>
                  {t("see")}
                </Button>
              </Group>
            </Group>
          ) : (
            <Group justify="flex-end">
              {lines.length > 0 && lines.every(({ asked }) => asked !== null) ? (
                <span>{t("complete")}</span>
              ) : (
                <Button disabled={wanted.length === 0} loading={make.isPending} onClick={submit}>
                  {t("make", { count: wanted.length })}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      )}
    </Dialog>
  );
}

interface LineProps {
  line: Planned;
  name: string;
  isWanted: boolean;
  /** Drafts were made: nothing is chosen any more. */
  isSettled: boolean;
  onToggle: () => void;
}

function Line({ line: { metric, asked }, name, isWanted, isSettled, onToggle }: LineProps) {
  const { t } = useTranslation("plans");
  const { t: tVoice } = useTranslation("voice");
  return (
    <Checkbox
      checked={isWanted || asked !== null}
      disabled={asked !== null || isSettled}
      onChange={onToggle}
      label={
        <>
          {name} <b>{tVoice(`asked.${metric}`)}</b>
        </>
      }
      description={asked === null ? undefined : t("exists", { name: asked.name })}
    />
  );
}
