import { useTranslation } from "react-i18next";
import type { DateFormat } from "../model.ts";
import type { ColumnChoice } from "./draft.ts";
import { ColumnField, DateFormatField } from "./fields.tsx";
import classes from "./mapping-form.module.css";

interface WhenFieldProps {
  columns: readonly ColumnChoice[];
  value: string;
  onChange: (column: string) => void;
  dateFormatOf: (column: string) => DateFormat;
  onDateFormat: (column: string, format: DateFormat) => void;
}

/** A date column and how its dates are written; the format is asked only where a first sight cannot tell. */
export function WhenField({ columns, value, onChange, dateFormatOf, onDateFormat }: WhenFieldProps) {
  const { t } = useTranslation("activity");
  const column = columns.find((choice) => choice.value === value);
  const isOwn = column === undefined || column.value === column.name;
  const format = dateFormatOf(value);
  const isPlain = column?.certain === true && format === "iso" && column.dateFormat === "iso";
  return (
    <div className={isOwn && !isPlain ? classes["when"] : undefined}>
      <ColumnField
        label={t("field.when")}
        columns={columns}
        value={value}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
      {isOwn && !isPlain && (
        <DateFormatField
          label={t("field.dateFormat", { column: value })}
          value={format}
          onChange={(chosen) => onDateFormat(value, chosen)}
        />
      )}
    </div>
  );
}
