import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { keyFrom } from "#touchpoint/rules.ts";
import type { TouchpointChoice } from "../model.ts";
import type { ColumnChoice } from "./draft.ts";
import { ColumnField, TouchpointField } from "./fields.tsx";

interface TouchpointChoiceFieldProps {
  value: TouchpointChoice;
  columns: readonly ColumnChoice[];
  known: readonly { key: string; name: string }[];
  nameOf: (key: string) => string;
  onChange: (choice: TouchpointChoice, names?: Record<string, string>) => void;
}

/** The same touchpoint for every row, or the one a column names. */
export function TouchpointChoiceField({ value, columns, known, nameOf, onChange }: TouchpointChoiceFieldProps) {
  const { t } = useTranslation("activity");
  const likely = columns.find(({ kind }) => kind === "category") ?? columns[0];
  const choose = (way: string) => {
    if (way === "column") onChange({ column: likely?.value ?? "" });
    else onChange(keyFrom(t("touchpoint")), { [keyFrom(t("touchpoint"))]: t("touchpoint") });
  };
  return (
    <div style={{ display: "grid", gap: "0.375rem" }}>
      <SegmentedControl
        aria-label={t("field.touchpoint")}
        value={typeof value === "string" ? "one" : "column"}
        onChange={choose}
        data={[
          { value: "one", label: t("touchpointOne") },
          { value: "column", label: t("touchpointColumn") },
        ]}
      />
      {typeof value === "string" ? (
        <TouchpointField
          label={t("field.touchpoint")}
          value={value}
          nameOf={nameOf}
          known={known}
          onChange={(key, name) => onChange(key, { [key]: name })}
        />
      ) : (
        <ColumnField
          label={t("touchpointColumn")}
          columns={columns}
          value={value.column}
          onChange={(column) => column !== null && onChange({ column })}
        />
      )}
    </div>
  );
}
