import { NumberInput, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { alertLimits, type AlertTrigger } from "../../alerts/model.ts";
import { type Source, sources } from "../../alerts/silence.ts";
import { asked } from "../../model.ts";
import form from "../survey-form.module.css";
import classes from "./alerts.module.css";
import { ConditionList } from "./condition-list.tsx";

type TriggerOf<Kind extends AlertTrigger["kind"]> = Extract<AlertTrigger, { kind: Kind }>;

interface FieldsProps<Trigger extends AlertTrigger> {
  trigger: Trigger;
  onChange: (trigger: AlertTrigger) => void;
}

/** What sets a rule off. */
export function TriggerFields({ trigger, onChange }: FieldsProps<AlertTrigger>) {
  if (trigger.kind === "drop") return <DropFields trigger={trigger} onChange={onChange} />;
  if (trigger.kind === "silence") return <SilenceFields trigger={trigger} onChange={onChange} />;
  return (
    <ConditionList
      conditions={trigger.conditions}
      onChange={(conditions) => onChange({ kind: "answer", conditions })}
    />
  );
}

function DropFields({ trigger, onChange }: FieldsProps<TriggerOf<"drop">>) {
  const { t } = useTranslation("alerts");
  const { t: voice } = useTranslation("voice");
  return (
    <>
      <div className={classes["drop"]}>
        <Select
          label={t("metric")}
          allowDeselect={false}
          data={asked.map((metric) => ({ value: metric, label: voice(`asked.${metric}`) }))}
          value={trigger.metric}
          onChange={(metric) => metric !== null && onChange({ ...trigger, metric })}
        />
        <WholeNumber
          label={t("dropDays")}
          bounds={alertLimits.dropDays}
          value={trigger.days}
          onChange={(days) => onChange({ ...trigger, days })}
        />
        <WholeNumber
          label={t("dropAnswers")}
          bounds={alertLimits.dropAnswers}
          value={trigger.atLeast}
          onChange={(atLeast) => onChange({ ...trigger, atLeast })}
        />
      </div>
      <p className="soft">{t("dropNote")}</p>
    </>
  );
}

function SilenceFields({ trigger, onChange }: FieldsProps<TriggerOf<"silence">>) {
  const { t } = useTranslation("alerts");
  return (
    <>
      <div className={form["pair"]}>
        <Select
          label={t("silentOf")}
          allowDeselect={false}
          data={sources.map((source: Source) => ({ value: source, label: t(`source.${source}`) }))}
          value={trigger.of}
          onChange={(of) => of !== null && onChange({ ...trigger, of })}
        />
        <WholeNumber
          label={t("silentDays")}
          bounds={alertLimits.silentDays}
          value={trigger.days}
          onChange={(days) => onChange({ ...trigger, days })}
        />
      </div>
      <p className="soft">{t("silenceNote", { days: alertLimits.awaitedDays })}</p>
    </>
  );
}

interface WholeNumberProps {
  label: string;
  bounds: { min: number; max: number };
  value: number;
  onChange: (value: number) => void;
}

function WholeNumber({ label, bounds, value, onChange }: WholeNumberProps) {
  return (
    <NumberInput
      label={label}
      {...bounds}
      allowDecimal={false}
      value={value}
      onChange={(typed) => typeof typed === "number" && typed >= bounds.min && typed <= bounds.max && onChange(typed)}
    />
  );
}
