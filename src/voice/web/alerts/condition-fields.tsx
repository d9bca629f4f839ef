import { MultiSelect, NumberInput, Select, TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type AlertCondition, alertLimits } from "../../alerts/model.ts";
import { signalKinds } from "../../comments/model.ts";
import { asked, scales } from "../../model.ts";
import { leaningEnds } from "../../text/lean.ts";
import { useTopicNames } from "./topic-names.ts";

interface ConditionFieldsProps {
  condition: AlertCondition;
  onChange: (condition: AlertCondition) => void;
}

/** What a condition leaves to be said, if anything. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation("alerts");
  const topics = useTopicNames();
  if (condition.kind === "score") return <ScoreBounds condition={condition} onChange={onChange} />;
  if (condition.kind === "lean")
    return (
      <Select
        aria-label={t("condition.lean")}
        allowDeselect={false}
        data={(["negative", "positive"] as const).map((lean) => ({ value: lean, label: t(`lean.${lean}`) }))}
        value={condition.lean}
        onChange={(lean) => lean !== null && onChange({ kind: "lean", lean })}
      />
    );
  if (condition.kind === "topics")
    return (
      <MultiSelect
        aria-label={t("condition.topics")}
        searchable
        data={[...topics].map(([value, label]) => ({ value, label }))}
        value={condition.anyOf}
        onChange={(anyOf) => onChange({ kind: "topics", anyOf })}
      />
    );
  if (condition.kind === "words")
    return (
      <TagsInput
        aria-label={t("condition.words")}
        placeholder={condition.anyOf.length === 0 ? t("wordsHint") : ""}
        maxTags={alertLimits.words}
        splitChars={[",", ";"]}
        acceptValueOnBlur
        value={condition.anyOf}
        onChange={(anyOf) => onChange({ kind: "words", anyOf })}
      />
    );
  if (condition.kind === "signals")
    return (
      <MultiSelect
        aria-label={t("condition.signals")}
        data={signalKinds.map((signal) => ({ value: signal, label: t(`signal.${signal}`) }))}
        value={condition.anyOf}
        onChange={(anyOf) => onChange({ kind: "signals", anyOf })}
      />
    );
  return <span />;
}

interface ScoreBoundsProps {
  condition: Extract<AlertCondition, { kind: "score" }>;
  onChange: (condition: AlertCondition) => void;
}

function ScoreBounds({ condition, onChange }: ScoreBoundsProps) {
  const { t } = useTranslation("alerts");
  const { t: voice } = useTranslation("voice");
  const { min, max } = scales[condition.metric];
  return (
    <span>
      <Select
        aria-label={t("metric")}
        allowDeselect={false}
        data={asked.map((metric) => ({ value: metric, label: voice(`asked.${metric}`) }))}
        value={condition.metric}
        onChange={(metric) =>
          metric !== null && onChange({ kind: "score", metric, atLeast: null, atMost: leaningEnds[metric][0] })
        }
      />
      {(["atLeast", "atMost"] as const).map((bound) => (
        <NumberInput
          key={bound}
          aria-label={t(bound)}
          placeholder={t(bound)}
          min={min}
          max={max}
          clampBehavior="strict"
          allowDecimal={false}
          value={condition[bound] ?? ""}
          onChange={(value) => onChange({ ...condition, [bound]: typeof value === "number" ? value : null })}
        />
      ))}
    </span>
  );
}
