import { Button, Group, Input, NumberInput, SegmentedControl, Switch } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { toast } from "#ui/toast.ts";
import { type AskingRules, priorities } from "../../asking/model.ts";
import classes from "./asking.module.css";
import { useSaveRules } from "./queries.ts";

/** Whom a survey asks among those it is told of, and for how long. */
export function RulesForm({ surveyId, rules }: { surveyId: string; rules: AskingRules }) {
  const { t } = useTranslation("asking");
  const { t: ui } = useTranslation("ui");
  const [draft, setDraft] = useState(rules);
  const save = useSaveRules(surveyId);
  const priority = useId();
  const change = (part: Partial<AskingRules>) => setDraft({ ...draft, ...part });
  const number = (field: Numbered, { min, max }: { min: number; max: number }) => (
    <NumberInput
      label={t(`rule.${field}`)}
      description={t(`ruleHint.${field}`)}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      value={draft[field]}
      onChange={(value) => typeof value === "number" && change({ [field]: value })}
    />
  );
  const limit = (field: "mostAnswers" | "mostPerDay") => (
    <NumberInput
      label={t(`rule.${field}`)}
      description={t(`ruleHint.${field}`)}
      placeholder={t("noLimit")}
      min={1}
      max={100_000}
      clampBehavior="strict"
      allowDecimal={false}
      value={draft[field] ?? ""}
      onChange={(value) => change({ [field]: typeof value === "number" ? value : null })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft, { onSuccess: () => toast(t("saved")) });
      }}
    >
      <div className={classes["pair"]}>
        <NumberInput
          label={t("rule.share")}
          description={t("ruleHint.share")}
          min={1}
          max={100}
          suffix=" %"
          clampBehavior="strict"
          allowDecimal={false}
          value={Math.round(draft.share * 100)}
          onChange={(value) => typeof value === "number" && change({ share: value / 100 })}
        />
        {limit("mostPerDay")}
        {limit("mostAnswers")}
        <NumberInput
          label={t("rule.afterHours")}
          description={t("ruleHint.afterHours")}
          placeholder={t("byHand")}
          min={0}
          max={720}
          clampBehavior="strict"
          value={draft.afterHours ?? ""}
          onChange={(value) => change({ afterHours: typeof value === "number" ? value : null })}
        />
        {number("patienceDays", { min: 1, max: 90 })}
        {number("reminders", { min: 0, max: 2 })}
        {number("reminderDays", { min: 1, max: 30 })}
        {number("linkDays", { min: 1, max: 365 })}
        <Input.Wrapper
          labelElement="div"
          labelProps={{ id: priority }}
          label={t("rule.priority")}
          description={t("ruleHint.priority")}
        >
          <SegmentedControl
            aria-labelledby={priority}
            data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
            value={draft.priority}
            onChange={(value) => change({ priority: value })}
          />
        </Input.Wrapper>
      </div>
      <Switch
        mt="md"
        label={t("rule.trustsLink")}
        description={t("ruleHint.trustsLink")}
        checked={draft.trustsLink}
        onChange={({ currentTarget }) => change({ trustsLink: currentTarget.checked })}
      />
      <Switch
        mt="md"
        label={t("rule.asksProof")}
        description={t("ruleHint.asksProof")}
        checked={draft.asksProof}
        onChange={({ currentTarget }) => change({ asksProof: currentTarget.checked })}
      />
      <ErrorNote error={save.error} />
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={save.isPending}>
          {ui("save")}
        </Button>
      </Group>
    </form>
  );
}

type Numbered = "patienceDays" | "reminders" | "reminderDays" | "linkDays";
