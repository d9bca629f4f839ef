import { ActionIcon, Button, Select } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type AlertCondition, alertLimits } from "../../alerts/model.ts";
import classes from "./alerts.module.css";
import { ConditionFields } from "./condition-fields.tsx";
import { useTopicNames } from "./topic-names.ts";

const kinds = ["score", "lean", "comment", "words", "topics", "signals", "disagreement"] as const;

interface ConditionListProps {
  conditions: readonly AlertCondition[];
  onChange: (conditions: AlertCondition[]) => void;
}

/** What an answer must be like, all of it; nothing: any answer. */
export function ConditionList({ conditions, onChange }: ConditionListProps) {
  const { t } = useTranslation("alerts");
  const topics = useTopicNames();
  const [firstTopic = ""] = topics.keys();
  return (
    <>
      {conditions.length === 0 && <p className="soft">{t("everyAnswerText")}</p>}
      <ul className={classes["conditions"]}>
        {conditions.map((condition, n) => (
          // Conditions have no names and no order that would be changed.
          // eslint-disable-next-line react/no-array-index-key
          <li key={n}>
            <Select
              aria-label={t("conditionOf", { number: n + 1 })}
              allowDeselect={false}
              data={kinds.map((kind) => ({ value: kind, label: t(`condition.${kind}`) }))}
              value={condition.kind}
              onChange={(kind) => onChange(conditions.with(n, firstOf(kind as AlertCondition["kind"], firstTopic)))}
            />
            <ConditionFields condition={condition} onChange={(changed) => onChange(conditions.with(n, changed))} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("removeCondition", { number: n + 1 })}
              onClick={() => onChange(conditions.toSpliced(n, 1))}
            >
              <X size={15} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {conditions.length < alertLimits.conditions && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => onChange([...conditions, firstOf("comment", firstTopic)])}
          >
            {t("addCondition")}
          </Button>
        </div>
      )}
    </>
  );
}

/** What a condition says first. */
function firstOf(kind: AlertCondition["kind"], topic: string): AlertCondition {
  const first: { [Kind in AlertCondition["kind"]]: Extract<AlertCondition, { kind: Kind }> } = {
    score: { kind: "score", metric: "nps", atLeast: null, atMost: 6 },
    lean: { kind: "lean", lean: "negative" },
    comment: { kind: "comment" },
    words: { kind: "words", anyOf: [] },
    topics: { kind: "topics", anyOf: [topic] },
    signals: { kind: "signals", anyOf: ["urgency", "churn"] },
    disagreement: { kind: "disagreement" },
  };
  return first[kind];
}
