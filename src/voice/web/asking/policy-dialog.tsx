import { Checkbox, NumberInput, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { AskingPolicy } from "../../asking/model.ts";
import classes from "./asking.module.css";
import { useSavePolicy } from "./queries.ts";
import { useDayName } from "./use-day-name.ts";

const evening = { from: "20:00", until: "08:00" };

/** When people are left alone, in every survey of the workspace. */
export function PolicyDialog({ policy, onClose }: { policy: AskingPolicy; onClose: () => void }) {
  const { t } = useTranslation("asking");
  const { id: workspaceId, timeZone } = useWorkspace();
  const dayName = useDayName();
  const [draft, setDraft] = useState(policy);
  const save = useSavePolicy(workspaceId);
  const change = (part: Partial<AskingPolicy>) => setDraft({ ...draft, ...part });
  const { quietHours } = draft;
  return (
    <FormDialog
      title={t("policy.title")}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(draft, { onSuccess: onClose })}
      onClose={onClose}
    >
      <NumberInput
        label={t("policy.quarantine")}
        description={t("policy.quarantineHint")}
        min={0}
        max={730}
        clampBehavior="strict"
        allowDecimal={false}
        value={draft.quarantineDays}
        onChange={(value) => typeof value === "number" && change({ quarantineDays: value })}
      />
      <Switch
        label={t("policy.countsReminders")}
        checked={draft.countsReminders}
        onChange={({ currentTarget }) => change({ countsReminders: currentTarget.checked })}
      />
      <Switch
        label={t("policy.quietHours")}
        description={t("policy.zone", { zone: timeZone })}
        checked={quietHours !== null}
        onChange={({ currentTarget }) => change({ quietHours: currentTarget.checked ? evening : null })}
      />
      {quietHours !== null && (
        <div className={classes["pair"]}>
          {(["from", "until"] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              required
              label={t(`policy.${end}`)}
              value={quietHours[end]}
              onChange={({ currentTarget }) => change({ quietHours: { ...quietHours, [end]: currentTarget.value } })}
            />
          ))}
        </div>
      )}
      <Checkbox.Group
        label={t("policy.days")}
        value={draft.quietDays.map(String)}
        onChange={(days) => days.length < 7 && change({ quietDays: days.map(Number).toSorted((a, b) => a - b) })}
      >
        <div className={classes["days"]}>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Checkbox key={day} value={String(day)} label={dayName(day)} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label={t("policy.frenchHolidays")}
        checked={draft.holidays !== null}
        onChange={({ currentTarget }) => change({ holidays: currentTarget.checked ? "FR" : null })}
      />
    </FormDialog>
  );
}
