import { Group, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormButtons } from "#ui/form-buttons.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { AlertRule, AlertRuleDraft, AlertTrigger } from "../../alerts/model.ts";
import { type ReadyTrigger, readyTriggers } from "../../alerts/ready.ts";
import { looksAtSurveys } from "../../alerts/rules.ts";
import form from "../survey-form.module.css";
import { DeedFields } from "./deed-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { useSaveRule } from "./queries.ts";
import { ReadyRules } from "./ready-rules.tsx";
import { RulePreview } from "./rule-preview.tsx";
import { TriggerFields } from "./trigger-fields.tsx";

interface RuleFormProps {
  /** Null: one is to be made. */
  rule: AlertRule | null;
  onChanged: () => void;
  onSaved: () => void;
  onCancel: () => void;
}

const firstReady: ReadyTrigger = "unhappy";

/** What a rule watches for and does, beside what it would have raised. */
export function RuleForm({ rule, onChanged, onSaved, onCancel }: RuleFormProps) {
  const { t } = useTranslation("alerts");
  const { id: workspaceId } = useWorkspace();
  const [draft, setDraft] = useState<AlertRuleDraft>(() => rule ?? newDraft(t(`ready.${firstReady}`)));
  const [ready, setReady] = useState<ReadyTrigger>(firstReady);
  const save = useSaveRule(workspaceId, rule?.id ?? null, onSaved);
  const change = (part: Partial<AlertRuleDraft>) => {
    setDraft({ ...draft, ...part });
    onChanged();
  };
  /** Surveys that are not told apart any more are no longer named. */
  const watch = (trigger: AlertTrigger, part: Partial<AlertRuleDraft> = {}) =>
    change({ ...part, trigger, ...(looksAtSurveys(trigger) ? {} : { surveyIds: [] }) });
  const choose = (chosen: ReadyTrigger) => {
    // A name that somebody has written stays.
    const name = draft.name === t(`ready.${ready}`) ? t(`ready.${chosen}`) : draft.name;
    setReady(chosen);
    watch(readyTriggers[chosen], { name });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form className={form["form"]} onSubmit={submit}>
      <div className={form["fields"]}>
        {rule === null && <ReadyRules value={ready} onChoose={choose} />}
        <TextInput
          label={t("name")}
          required
          maxLength={120}
          value={draft.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <Part title={t(draft.trigger.kind === "answer" ? "part.conditions" : "part.watch")}>
          <TriggerFields trigger={draft.trigger} onChange={(trigger) => watch(trigger)} />
        </Part>
        <Part title={t("part.where")}>
          <PlaceFields draft={draft} onChange={change} />
        </Part>
        <Part title={t("part.deeds")}>
          <DeedFields draft={draft} onChange={change} />
        </Part>
      </div>
      <RulePreview draft={draft} />
      <div className={form["foot"]}>
        <ErrorNote error={save.error} />
        <Group justify="flex-end" gap="xs">
          <FormButtons busy={save.isPending} onCancel={onCancel} />
        </Group>
      </div>
    </form>
  );
}

function newDraft(name: string): AlertRuleDraft {
  return {
    name,
    isActive: true,
    trigger: readyTriggers[firstReady],
    touchpointIds: [],
    surveyIds: [],
    roles: ["owner", "editor"],
    userIds: [],
    byMail: false,
    webhookIds: [],
    opensCase: null,
  };
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={form["part"]} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
