import { Autocomplete, MultiSelect, NativeSelect, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keyFrom } from "#touchpoint/rules.ts";
import { type DateFormat, dateFormats } from "../model.ts";
import type { ColumnChoice } from "./draft.ts";

interface ColumnFieldProps {
  label: string;
  columns: readonly ColumnChoice[];
  value: string | null;
  onChange: (column: string | null) => void;
  /** What choosing nothing means; without it a column must be chosen. */
  none?: string;
}

const optionsOf = (columns: readonly ColumnChoice[], chosen: readonly string[]) => {
  const names = columns.map(({ value }) => value);
  // A mapping may name a column that this file lacks: it is shown, so that it can be put right.
  return [...names, ...chosen.filter((name) => !names.includes(name))];
};

/** A column, each shown with a cell of it. */
export function ColumnField({ label, columns, value, onChange, none }: ColumnFieldProps) {
  return (
    <Select
      size="xs"
      aria-label={label}
      searchable
      value={value}
      data={optionsOf(columns, value === null ? [] : [value])}
      clearable={none !== undefined}
      allowDeselect={none !== undefined}
      placeholder={none ?? ""}
      onChange={onChange}
      renderOption={({ option }) => <ColumnOption name={option.value} columns={columns} />}
    />
  );
}

export function ColumnsField({
  label,
  columns,
  value,
  onChange,
  none,
}: {
  label: string;
  columns: readonly ColumnChoice[];
  value: string[];
  onChange: (columns: string[]) => void;
  none: string;
}) {
  return (
    <MultiSelect
      size="xs"
      aria-label={label}
      searchable
      hidePickedOptions
      value={value}
      data={optionsOf(columns, value)}
      placeholder={value.length === 0 ? none : ""}
      onChange={onChange}
      renderOption={({ option }) => <ColumnOption name={option.value} columns={columns} />}
    />
  );
}

function ColumnOption({ name, columns }: { name: string; columns: readonly ColumnChoice[] }) {
  const sample = columns.find(({ value }) => value === name)?.samples[0];
  return (
    <div style={{ minWidth: 0 }}>
      {name}
      {sample !== undefined && (
        <div
          className="soft"
          style={{ fontSize: "0.6875rem", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
        >
          {sample}
        </div>
      )}
    </div>
  );
}

export function DateFormatField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: DateFormat;
  onChange: (format: DateFormat) => void;
}) {
  const { t } = useTranslation("activity");
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as DateFormat)}
      data={dateFormats.map((format) => ({ value: format, label: t(`dates.${format}`) }))}
    />
  );
}

interface TouchpointFieldProps {
  label: string;
  /** The key of the touchpoint chosen. */
  value: string;
  nameOf: (key: string) => string;
  /** Of the library: choosing one of these names means that touchpoint. */
  known: readonly { key: string; name: string }[];
  onChange: (key: string, name: string) => void;
}

/** A touchpoint of the library, or a new one by typing its name. */
export function TouchpointField({ label, value, nameOf, known, onChange }: TouchpointFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (text: string) => {
    const name = text.trim();
    setTyped(null);
    if (name === "" || name === nameOf(value)) return;
    onChange(
      known.find((touchpoint) => touchpoint.name.toLowerCase() === name.toLowerCase())?.key ?? keyFrom(name),
      name,
    );
  };
  return (
    <Autocomplete
      size="xs"
      aria-label={label}
      maxLength={120}
      value={typed ?? nameOf(value)}
      data={[...new Set(known.map(({ name }) => name))]}
      limit={8}
      onChange={setTyped}
      onOptionSubmit={keep}
      onBlur={() => typed !== null && keep(typed)}
      onKeyDown={(event) => event.key === "Enter" && typed !== null && keep(typed)}
    />
  );
}
