import { Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import table from "#ui/data-table.module.css";
import { DeleteButton } from "#ui/delete-button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState, useErrorWords } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { toastError } from "#ui/toast.ts";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { AlertRuleSummary } from "../../alerts/model.ts";
import { updateAlertRule } from "../../api/alerts.ts";
import voice from "../voice.module.css";
import { alertsKey } from "./alerts-key.ts";
import { alertRulesQuery, useDeleteRule } from "./queries.ts";
import { RuleDialog } from "./rule-dialog.tsx";
import { useSayRule } from "./say-rule.ts";

/** The rules of the workspace, and how often each was set off lately. */
export function RuleList({ start }: { start: ReactNode }) {
  const { t } = useTranslation("alerts");
  const { id: workspaceId } = useWorkspace();
  const rules = useQuery(alertRulesQuery(workspaceId));
  const [edited, setEdited] = useState<AlertRuleSummary | null>(null);
  if (rules.isPending) return <Loading />;
  if (rules.data === undefined) return <ErrorState error={rules.error} retry={() => void rules.refetch()} />;
  if (rules.data.rules.length === 0)
    return (
      <EmptyState title={t("empty.title")} picture={<BellRing size={40} strokeWidth={1.2} />} action={start}>
        {t("empty.text")}
      </EmptyState>
    );
  return (
    <>
      <TableScroll label={t("view.rules")}>
        <table className={table["table"]} data-read style={{ minWidth: "46rem" }}>
          <thead>
            <tr>
              <th scope="col">{t("rule")}</th>
              <th scope="col">{t("column.does")}</th>
              <th scope="col" className={table["number"]}>
                {t("column.recent")}
              </th>
              <th scope="col">{t("column.last")}</th>
              <th scope="col">{t("column.active")}</th>
              <th aria-label={t("column.deeds")} />
            </tr>
          </thead>
          <tbody>
            {rules.data.rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {edited !== null && <RuleDialog rule={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function RuleRow({ rule, onEdit }: { rule: AlertRuleSummary; onEdit: () => void }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const mayEdit = useMay("alert:edit");
  const say = useSayRule();
  const remove = useDeleteRule();
  const activate = useActivate(rule.id);
  return (
    <tr>
      <td>
        {mayEdit ? (
          <button type="button" className={voice["name"]} onClick={onEdit}>
            {rule.name}
          </button>
        ) : (
          rule.name
        )}
        <div className="soft">{say.trigger(rule.trigger)}</div>
      </td>
      <td className="soft">{say.deeds(rule)}</td>
      <td className={table["number"]}>{format.number(rule.recentAlerts)}</td>
      <td className="soft">{rule.lastAlertAt === null ? "—" : format.dateTime(rule.lastAlertAt, timeZone)}</td>
      <td>
        <Switch
          aria-label={t("activeOf", { name: rule.name })}
          disabled={!mayEdit}
          checked={rule.isActive}
          onChange={({ currentTarget }) => activate.mutate(currentTarget.checked)}
        />
      </td>
      <td>
        {mayEdit && (
          <DeleteButton
            name={rule.name}
            loss={t("deleteText")}
            refusal={t("deleteText")}
            onDelete={() => remove(rule.id)}
          />
        )}
      </td>
    </tr>
  );
}

function useActivate(ruleId: string) {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  return useMutation({
    mutationFn: (isActive: boolean) => call(updateAlertRule, { params: { ruleId }, body: { isActive } }),
    onError: (error) => toastError(words(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: alertsKey }),
  });
}
