import { Button, Checkbox, SegmentedControl, Select } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useSession, useWorkspace } from "#workspace/web/index.ts";
import { shownStates } from "../../cases/model.ts";
import classes from "./cases.module.css";
import { useWorkers } from "./use-people.ts";

/** How the cases are narrowed, as the address says it. */
export interface CaseSearch {
  state?: (typeof shownStates)[number] | undefined;
  /** `me`, `nobody` or a member. */
  who?: string | undefined;
  late?: boolean | undefined;
  touchpoint?: string | undefined;
  cause?: string | undefined;
  /** A card of a map, whose cases they are. */
  card?: string | undefined;
}

interface CaseFiltersProps {
  search: CaseSearch;
  onChange: (change: CaseSearch) => void;
}

/** Narrows the cases: whose, how far, late, where. */
export function CaseFilters({ search, onChange }: CaseFiltersProps) {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const me = useSession().user.id;
  const workers = useWorkers();
  const library = useLibrary(workspaceId);
  const { who, state, late, touchpoint, cause, card } = search;
  const isOfMap = cause !== undefined || card !== undefined;
  return (
    <div className={classes["filters"]} role="group" aria-label={t("filters")}>
      <SegmentedControl
        aria-label={t("assignee")}
        value={who === undefined || who === "me" || who === "nobody" ? (who ?? "all") : ""}
        onChange={(value) => onChange({ who: value === "all" ? undefined : value })}
        data={[
          { value: "all", label: t("everybodys") },
          { value: "me", label: t("mine") },
          { value: "nobody", label: t("nobodys") },
        ]}
      />
      <Select
        aria-label={t("colleague")}
        placeholder={t("colleague")}
        clearable
        searchable
        value={who !== undefined && who !== "me" && who !== "nobody" ? who : null}
        onChange={(value) => onChange({ who: value ?? undefined })}
        data={workers.filter(({ value }) => value !== me)}
      />
      <Select
        aria-label={t("state")}
        allowDeselect={false}
        value={state ?? (isOfMap ? "all" : "underWay")}
        onChange={(value) => onChange({ state: shownStates.find((each) => each === value) })}
        data={shownStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <Select
        aria-label={t("touchpoint")}
        placeholder={t("touchpoint")}
        clearable
        searchable
        value={touchpoint ?? null}
        onChange={(value) => onChange({ touchpoint: value ?? undefined })}
        data={(library.data?.touchpoints ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Checkbox
        label={t("onlyLate")}
        checked={late === true}
        onChange={({ currentTarget }) => onChange({ late: currentTarget.checked || undefined })}
      />
      {isOfMap && (
        <Button
          variant="light"
          size="compact-sm"
          rightSection={<X size={14} aria-hidden />}
          onClick={() => onChange({ cause: undefined, card: undefined })}
        >
          {t("behindCause")}
        </Button>
      )}
    </div>
  );
}
