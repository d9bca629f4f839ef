import { MultiSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { alertLimits, type AlertRuleDraft } from "../../alerts/model.ts";
import { looksAtSurveys } from "../../alerts/rules.ts";
import { surveysQuery } from "../queries.ts";
import form from "../survey-form.module.css";

interface PlaceFieldsProps {
  draft: AlertRuleDraft;
  onChange: (part: Partial<AlertRuleDraft>) => void;
}

/** Where a rule looks; nothing chosen: everywhere. */
export function PlaceFields({ draft, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation("alerts");
  const { id: workspaceId } = useWorkspace();
  const touchpoints = useLibrary(workspaceId).data?.touchpoints ?? [];
  const surveys = useQuery(surveysQuery(workspaceId)).data ?? [];
  const { touchpointIds, surveyIds } = draft;
  return (
    <div className={form["pair"]}>
      <MultiSelect
        label={t("touchpoints")}
        placeholder={touchpointIds.length === 0 ? t("everywhere") : ""}
        searchable
        clearable
        maxValues={alertLimits.named}
        data={touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
        value={touchpointIds}
        onChange={(chosen) => onChange({ touchpointIds: chosen })}
      />
      {looksAtSurveys(draft.trigger) && (
        <MultiSelect
          label={t("surveys")}
          placeholder={surveyIds.length === 0 ? t("everySurvey") : ""}
          searchable
          clearable
          maxValues={alertLimits.named}
          data={surveys.map(({ id, name }) => ({ value: id, label: name }))}
          value={surveyIds}
          onChange={(chosen) => onChange({ surveyIds: chosen })}
        />
      )}
    </div>
  );
}
