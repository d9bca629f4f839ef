import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { AskingPolicy } from "../../asking/model.ts";
import classes from "./asking.module.css";
import { PolicyDialog } from "./policy-dialog.tsx";
import { policyQuery } from "./queries.ts";
import { useDayName } from "./use-day-name.ts";

/** When people are left alone, in a sentence. */
export function PolicyNote() {
  const { t } = useTranslation("asking");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("survey:edit");
  const { data: policy } = useQuery(policyQuery(workspaceId));
  const [isEditing, setIsEditing] = useState(false);
  if (policy === undefined) return null;
  return (
    <div className={classes["policy"]}>
      <p>
        <Sentence policy={policy} />
      </p>
      {mayEdit && (
        <Button variant="default" size="xs" onClick={() => setIsEditing(true)}>
          {t("policy.change")}
        </Button>
      )}
      {isEditing && <PolicyDialog policy={policy} onClose={() => setIsEditing(false)} />}
    </div>
  );
}

function Sentence({ policy }: { policy: AskingPolicy }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const dayName = useDayName();
  const { quarantineDays, quietHours, quietDays, holidays } = policy;
  const quiet = [
    ...(quietHours === null ? [] : [t("policy.hours", quietHours)]),
    ...quietDays.map((day) => t("policy.day", { day: dayName(day) })),
    ...(holidays === null ? [] : [t("policy.holidays")]),
  ];
  return (
    <>
      {quarantineDays === 0 ? t("policy.often") : t("policy.once", { count: quarantineDays })}{" "}
      {quiet.length === 0 ? t("policy.always") : t("policy.never", { times: format.list(quiet), zone: timeZone })}
    </>
  );
}
