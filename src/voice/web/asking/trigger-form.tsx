import { Group, Input, NumberInput, SegmentedControl, Select, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { FormButtons } from "#ui/form-buttons.tsx";
import { toast } from "#ui/toast.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type AskingTrigger, type AskingWhen, askingPeriods, channels } from "../../asking/model.ts";
import { surveyQuery } from "../queries.ts";
import classes from "./asking.module.css";
import { askingQuery, useCreateTrigger } from "./queries.ts";
import { TriggerPreview } from "./trigger-preview.tsx";

const units = { hours: 1, days: 24 } as const;
type Unit = keyof typeof units;

/** A new trigger of a survey, above whom it would ask. */
export function TriggerForm({ surveyId, onClose }: { surveyId: string; onClose: () => void }) {
  const { t } = useTranslation("asking");
  const { id: workspaceId } = useWorkspace();
  const { data: survey } = useQuery(surveyQuery(surveyId));
  const { data: asking } = useQuery(askingQuery(workspaceId));
  const touchpoints = useLibrary(workspaceId).data?.touchpoints ?? [];
  const own = touchpoints.find(({ id }) => id === survey?.touchpointId)?.key;
  const [kind, setKind] = useState<AskingWhen["kind"]>();
  const [touchpoint, setTouchpoint] = useState<string>();
  const [after, setAfter] = useState<{ count: number; unit: Unit }>({ count: 3, unit: "days" });
  const [every, setEvery] = useState<(typeof askingPeriods)[number]>("quarter");
  const [share, setShare] = useState<number>();
  const [channel, setChannel] = useState<AskingTrigger["channel"]>();
  const [includesPast, setIncludesPast] = useState(false);
  const create = useCreateTrigger(surveyId);
  const sendable = channels.filter((one) => asking?.channels[one] === true);
  const chosenKind = kind ?? (survey?.relation === "relational" ? "everyone" : "contact");
  const chosenTouchpoint = touchpoint ?? own;
  const percent = share ?? (chosenKind === "everyone" ? 10 : 100);
  const when: AskingWhen | null =
    chosenKind === "everyone"
      ? { kind: "everyone", every }
      : chosenTouchpoint === undefined
        ? null
        : { kind: "contact", touchpoint: chosenTouchpoint, afterHours: after.count * units[after.unit] };
  const way = channel ?? sendable[0];
  const trigger = when === null || way === undefined ? null : { when, channel: way, share: percent / 100 };
  return (
    <form
      className={classes["newTrigger"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (trigger === null) return;
        create.mutate(
          { ...trigger, includesPast },
          {
            onSuccess: () => {
              toast(t("trigger.made"));
              onClose();
            },
          },
        );
      }}
    >
      <Choice
        label={t("trigger.whom")}
        value={chosenKind}
        data={(["contact", "everyone"] as const).map((value) => ({ value, label: t(`trigger.kind.${value}`) }))}
        onChange={setKind}
      />
      <div className={classes["pair"]}>
        {chosenKind === "contact" ? (
          <>
            <Select
              label={t("trigger.touchpoint")}
              searchable
              allowDeselect={false}
              data={touchpoints.map(({ key, name }) => ({ value: key, label: name }))}
              value={chosenTouchpoint ?? null}
              onChange={(value) => setTouchpoint(value ?? undefined)}
            />
            <div className={classes["delay"]}>
              <NumberInput
                label={t("trigger.after")}
                min={0}
                max={after.unit === "days" ? 90 : 72}
                clampBehavior="strict"
                allowDecimal={false}
                value={after.count}
                onChange={(count) => typeof count === "number" && setAfter({ ...after, count })}
              />
              <SegmentedControl
                aria-label={t("trigger.unit")}
                value={after.unit}
                data={(["hours", "days"] as const).map((value) => ({ value, label: t(`trigger.in.${value}`) }))}
                onChange={(unit) => setAfter({ ...after, unit })}
              />
            </div>
          </>
        ) : (
          <Choice
            label={t("trigger.every")}
            value={every}
            data={askingPeriods.map((value) => ({ value, label: t(`trigger.period.${value}`) }))}
            onChange={setEvery}
          />
        )}
        <NumberInput
          label={t("trigger.share")}
          description={t("trigger.shareHint")}
          min={1}
          max={100}
          suffix=" %"
          clampBehavior="strict"
          allowDecimal={false}
          value={percent}
          onChange={(value) => typeof value === "number" && setShare(value)}
        />
        {sendable.length > 1 && (
          <Choice
            label={t("trigger.channel")}
            value={way ?? "email"}
            data={sendable.map((value) => ({ value, label: t(`trigger.way.${value}`) }))}
            onChange={setChannel}
          />
        )}
      </div>
      <Switch
        label={t(`trigger.past.${chosenKind}`)}
        description={t(`trigger.pastHint.${chosenKind}`)}
        checked={includesPast}
        onChange={({ currentTarget }) => setIncludesPast(currentTarget.checked)}
      />
      {trigger !== null && <TriggerPreview surveyId={surveyId} trigger={trigger} />}
      {asking !== undefined && sendable.length === 0 && <p className={classes["missing"]}>{t("noServer")}</p>}
      <ErrorNote error={create.error} />
      <Group justify="flex-end" gap="xs">
        <FormButtons action={t("trigger.start")} busy={create.isPending} onCancel={onClose} />
      </Group>
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  label: ReactNode;
  value: Value;
  data: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, data, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <Input.Wrapper labelElement="div" labelProps={{ id }} label={label}>
      <SegmentedControl fullWidth aria-labelledby={id} value={value} data={data} onChange={onChange} />
    </Input.Wrapper>
  );
}
