import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { dateFormats } from "#activity/model.ts";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { reviewFields, type ReviewMapping, type ReviewReading } from "../../reviews/model.ts";
import classes from "./reviews.module.css";

interface MappingTableProps {
  reading: ReviewReading;
  onChange: (mapping: ReviewMapping) => void;
}

/** Which column says what of a review; a change is tried out at once. */
export function MappingTable({ reading: { columns, mapping, doubts }, onChange }: MappingTableProps) {
  const { t } = useTranslation("reviews");
  const { id: workspaceId } = useWorkspace();
  const touchpoints = useLibrary(workspaceId).data?.touchpoints ?? [];
  const samplesOf = (name: string | undefined) => columns.find((column) => column.name === name)?.samples ?? [];
  return (
    <div className={classes["mapping"]}>
      {reviewFields.map((field) => {
        const chosen = mapping.columns[field];
        const isMissing = doubts.some((doubt) => doubt === field);
        return (
          <Select
            key={field}
            size="xs"
            label={t(`field.${field}`)}
            clearable
            searchable
            placeholder={t("noColumn")}
            value={chosen ?? null}
            data={columns.map(({ name }) => name)}
            error={isMissing ? t("columnNeeded") : undefined}
            description={samplesOf(chosen).slice(0, 2).join(" · ").slice(0, 60)}
            inputWrapperOrder={["label", "input", "description", "error"]}
            onChange={(name) => {
              const { [field]: _before, ...rest } = mapping.columns;
              onChange({ ...mapping, columns: name === null ? rest : { ...rest, [field]: name } });
            }}
          />
        );
      })}
      <Select
        size="xs"
        label={t("dates")}
        allowDeselect={false}
        value={mapping.dates}
        data={dateFormats.map((format) => ({ value: format, label: t(`dates.${format}`) }))}
        error={doubts.includes("dates") ? t("datesDoubt") : undefined}
        onChange={(value) => onChange({ ...mapping, dates: dateFormats.find((one) => one === value) ?? mapping.dates })}
      />
      <Select
        size="xs"
        label={t("about")}
        placeholder={t("byWords")}
        clearable
        searchable
        value={mapping.touchpointId}
        data={touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(touchpointId) => onChange({ ...mapping, touchpointId })}
      />
    </div>
  );
}
