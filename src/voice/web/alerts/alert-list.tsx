import { Button, Checkbox, SegmentedControl, Select } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import table from "#ui/data-table.module.css";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import lists from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { AlertItem } from "./alert-item.tsx";
import { type AlertFilter, alertRulesQuery, alertsQuery } from "./queries.ts";

const states = ["open", "done", "all"] as const;

/** The alerts of the workspace, the newest first; `start` is the first thing to do where there is no rule yet. */
export function AlertList({ start }: { start: ReactNode }) {
  const { t } = useTranslation("alerts");
  const { id: workspaceId } = useWorkspace();
  const { alert: pointed }: { alert?: string } = useSearch({ strict: false });
  const [filter, setFilter] = useState<AlertFilter>({ state: "open" });
  const alerts = useInfiniteQuery(alertsQuery(workspaceId, filter));
  const rules = useQuery(alertRulesQuery(workspaceId)).data?.rules;
  const touchpoints = useLibrary(workspaceId).data?.touchpoints ?? [];
  const shown = alerts.data?.pages.flatMap((page) => page.alerts);
  if (rules?.length === 0 && shown?.length === 0 && filter.state === "open")
    return (
      <EmptyState title={t("empty.title")} picture={<Bell size={40} strokeWidth={1.2} />} action={start}>
        {t("empty.text")}
      </EmptyState>
    );
  return (
    <>
      <div className={table["tools"]}>
        <SegmentedControl
          aria-label={t("filter.state")}
          value={filter.state ?? "all"}
          data={states.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(state) => setFilter(withOnly(filter, "state", state === "all" ? null : state))}
        />
        <Select
          className={table["grow"] ?? ""}
          aria-label={t("filter.rule")}
          placeholder={t("filter.rule")}
          clearable
          data={(rules ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.ruleId ?? null}
          onChange={(ruleId) => setFilter(withOnly(filter, "ruleId", ruleId))}
        />
        <Select
          className={table["grow"] ?? ""}
          aria-label={t("filter.touchpoint")}
          placeholder={t("filter.touchpoint")}
          clearable
          searchable
          data={touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.touchpointId ?? null}
          onChange={(touchpointId) => setFilter(withOnly(filter, "touchpointId", touchpointId))}
        />
        <Checkbox
          label={t("filter.mine")}
          checked={filter.mine !== undefined}
          onChange={({ currentTarget }) => setFilter(withOnly(filter, "mine", currentTarget.checked ? "true" : null))}
        />
      </div>
      {alerts.isPending ? (
        <Loading />
      ) : shown === undefined ? (
        <ErrorState error={alerts.error} retry={() => void alerts.refetch()} />
      ) : (
        <ul className={lists["list"]} aria-label={t("alerts")}>
          {shown.map((alert) => (
            <li key={alert.id}>
              <AlertItem alert={alert} isPointed={alert.id === pointed} />
            </li>
          ))}
          {shown.length === 0 && <li className={table["none"]}>{t("noneHere")}</li>}
        </ul>
      )}
      {alerts.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={alerts.isFetchingNextPage}
          onClick={() => void alerts.fetchNextPage()}
        >
          {t("older")}
        </Button>
      )}
    </>
  );
}

/** The filter with that part of it changed; null: without it. */
function withOnly<Part extends keyof AlertFilter>(
  filter: AlertFilter,
  part: Part,
  value: AlertFilter[Part] | null,
): AlertFilter {
  const { [part]: _before, ...rest } = filter;
  return value === null ? rest : { ...rest, [part]: value };
}
