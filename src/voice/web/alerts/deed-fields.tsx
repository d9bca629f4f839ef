import { Checkbox, MultiSelect, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { roles } from "#workspace/model.ts";
import { membersQuery, useWorkspace } from "#workspace/web/index.ts";
import type { AlertRuleDraft } from "../../alerts/model.ts";
import { priorities } from "../../cases/model.ts";
import form from "../survey-form.module.css";
import { alertRulesQuery } from "./queries.ts";
import { webhooksQuery } from "./webhook-queries.ts";

interface DeedFieldsProps {
  draft: AlertRuleDraft;
  onChange: (part: Partial<AlertRuleDraft>) => void;
}

/** Who is told of an alert, and what else it does. */
export function DeedFields({ draft, onChange }: DeedFieldsProps) {
  const { t } = useTranslation("alerts");
  const { t: people } = useTranslation("workspace");
  const { id: workspaceId } = useWorkspace();
  const members = useQuery(membersQuery(workspaceId)).data ?? [];
  const webhooks = useQuery(webhooksQuery(workspaceId)).data ?? [];
  const canMail = useQuery(alertRulesQuery(workspaceId)).data?.canMail ?? false;
  return (
    <>
      <div className={form["pair"]}>
        <MultiSelect
          label={t("toRoles")}
          description={t("toRolesHint")}
          data={roles.map((role) => ({ value: role, label: people(`role.${role}`) }))}
          value={draft.roles}
          onChange={(chosen) => onChange({ roles: chosen })}
        />
        <MultiSelect
          label={t("toMembers")}
          description={t("toMembersHint")}
          searchable
          data={members.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={draft.userIds}
          onChange={(userIds) => onChange({ userIds })}
        />
      </div>
      <Checkbox
        label={t("byMail")}
        description={t(canMail ? "byMailHint" : "noMail")}
        disabled={!canMail}
        checked={draft.byMail && canMail}
        onChange={({ currentTarget }) => onChange({ byMail: currentTarget.checked })}
      />
      {webhooks.length > 0 && (
        <MultiSelect
          label={t("toWebhooks")}
          data={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.webhookIds}
          onChange={(webhookIds) => onChange({ webhookIds })}
        />
      )}
      <Select
        label={t("opensCase")}
        description={t("opensCaseHint")}
        allowDeselect={false}
        data={[
          { value: "", label: t("noCase") },
          ...priorities.map((priority) => ({ value: priority, label: t(`case.${priority}`) })),
        ]}
        value={draft.opensCase ?? ""}
        onChange={(priority) => onChange({ opensCase: priority === "" ? null : priority })}
      />
    </>
  );
}
