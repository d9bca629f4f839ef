import { ActionIcon, Button, NumberInput, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Property } from "../model.ts";
import type { ColumnChoice } from "./draft.ts";
import { ColumnField, ColumnsField } from "./fields.tsx";
import classes from "./mapping-form.module.css";

type Derived = Exclude<Property, string>;
type Of<Kind extends string> = Extract<Derived, Record<Kind, unknown>>;
export const propertyKinds = ["compare", "days", "map", "first"] as const;

/** A derived property of a kind over the likeliest columns; its labels are still to be given. */
export function newProperty(kind: (typeof propertyKinds)[number], columns: readonly ColumnChoice[]): Derived {
  const dates = columns.filter((column) => column.kind === "date").map(({ value }) => value);
  const anything = columns[0]?.value ?? "";
  const pair: [string, string] = [dates[0] ?? anything, dates[1] ?? dates[0] ?? anything];
  const category = columns.find((column) => column.kind === "category");
  if (kind === "compare") return { compare: pair, by: "day" };
  if (kind === "days")
    return { days: pair, bands: [{ upTo: 3, label: "0–3" }, { upTo: 7, label: "4–7" }, { label: "8+" }] };
  if (kind === "map")
    return {
      map: category?.value ?? anything,
      values: Object.fromEntries((category?.samples ?? []).map((value) => [value, value])),
    };
  return { first: [anything] };
}

interface EditorProps<Kind extends Derived> {
  property: Kind;
  columns: readonly ColumnChoice[];
  onChange: (property: Derived) => void;
}

export function PropertyEditor({
  name,
  property,
  columns,
  onRename,
  onChange,
}: EditorProps<Derived> & { name: string; onRename: (name: string) => void }) {
  const { t } = useTranslation("activity");
  return (
    <div className={classes["fields"]}>
      <span className={classes["label"]}>{t("property.name")}</span>
      <TextInput
        size="xs"
        aria-label={t("property.name")}
        defaultValue={name}
        maxLength={80}
        onBlur={(event) => event.currentTarget.value.trim() !== "" && onRename(event.currentTarget.value.trim())}
      />
      {"compare" in property ? (
        <Compare property={property} columns={columns} onChange={onChange} />
      ) : "days" in property ? (
        <Days property={property} columns={columns} onChange={onChange} />
      ) : "map" in property ? (
        <Values property={property} columns={columns} onChange={onChange} />
      ) : (
        <First property={property} columns={columns} onChange={onChange} />
      )}
    </div>
  );
}

const outcomes = ["before", "same", "after", "firstMissing", "secondMissing"] as const;

function Compare({ property, columns, onChange }: EditorProps<Of<"compare">>) {
  const { t } = useTranslation("activity");
  const [first, second] = property.compare;
  return (
    <>
      <Pair
        first={first}
        second={second}
        columns={columns}
        onChange={(compare) => onChange({ ...property, compare })}
      />
      {outcomes.map((outcome) => [
        <span key={`${outcome} label`} className={classes["label"]}>
          {t(`outcome.${outcome}`)}
        </span>,
        <Label
          key={outcome}
          label={t(`outcome.${outcome}`)}
          value={property[outcome] ?? ""}
          onChange={(text) => onChange({ ...property, [outcome]: text === "" ? undefined : text })}
        />,
      ])}
    </>
  );
}

function Days({ property, columns, onChange }: EditorProps<Of<"days">>) {
  const { t } = useTranslation("activity");
  const [first, second] = property.days;
  const { bands } = property;
  const put = (index: number, band: (typeof bands)[number] | null) =>
    onChange({ ...property, bands: bands.flatMap((old, at) => (at !== index ? [old] : band === null ? [] : [band])) });
  return (
    <>
      <Pair first={first} second={second} columns={columns} onChange={(days) => onChange({ ...property, days })} />
      {bands.map((band, index) => [
        // Bands are in growing order, so their place names them.
        <NumberInput
          key={`${index} limit`}
          size="xs"
          aria-label={t("band.upTo")}
          placeholder={t("band.rest")}
          value={band.upTo ?? ""}
          onChange={(value) => put(index, { label: band.label, ...(typeof value === "number" ? { upTo: value } : {}) })}
        />,
        <div key={index} className={classes["pair"]}>
          <Label
            label={t("band.label")}
            value={band.label}
            onChange={(label) => label !== "" && put(index, { ...band, label })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("band.remove")}
            disabled={bands.length === 1}
            onClick={() => put(index, null)}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>,
      ])}
      <span />
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Plus size={12} aria-hidden />}
        onClick={() =>
          onChange({
            ...property,
            bands: [
              ...bands.filter(({ upTo }) => upTo !== undefined),
              { upTo: (bands.findLast(({ upTo }) => upTo !== undefined)?.upTo ?? 0) + 7, label: "…" },
              ...bands.filter(({ upTo }) => upTo === undefined),
            ],
          })
        }
      >
        {t("band.add")}
      </Button>
      <span className={classes["label"]}>{t("outcome.missing")}</span>
      <Label
        label={t("outcome.missing")}
        value={property.missing ?? ""}
        onChange={(text) => onChange({ ...property, missing: text === "" ? undefined : text })}
      />
    </>
  );
}

function Values({ property, columns, onChange }: EditorProps<Of<"map">>) {
  const { t } = useTranslation("activity");
  const entries = Object.entries(property.values);
  const chooseColumn = (column: string | null) => {
    if (column !== null)
      onChange({
        ...property,
        map: column,
        values: Object.fromEntries(
          (columns.find(({ value }) => value === column)?.samples ?? []).map((value) => [value, value]),
        ),
      });
  };
  return (
    <>
      <span className={classes["label"]}>{t("property.column")}</span>
      <ColumnField label={t("property.column")} columns={columns} value={property.map} onChange={chooseColumn} />
      {entries.map(([value, label]) => [
        <code key={`${value} label`}>{value}</code>,
        <Label
          key={value}
          label={t("property.valueOf", { value })}
          value={label}
          onChange={(text) =>
            onChange({ ...property, values: { ...property.values, [value]: text === "" ? value : text } })
          }
        />,
      ])}
      <span className={classes["label"]}>{t("outcome.otherwise")}</span>
      <Label
        label={t("outcome.otherwise")}
        value={property.otherwise ?? ""}
        onChange={(text) => onChange({ ...property, otherwise: text === "" ? undefined : text })}
      />
    </>
  );
}

function First({ property, columns, onChange }: EditorProps<Of<"first">>) {
  const { t } = useTranslation("activity");
  return (
    <>
      <span className={classes["label"]}>{t("property.columns")}</span>
      <ColumnsField
        label={t("property.columns")}
        columns={columns}
        value={property.first}
        none={t("none")}
        onChange={(first) => first.length > 0 && onChange({ ...property, first })}
      />
    </>
  );
}

function Pair({
  first,
  second,
  columns,
  onChange,
}: {
  first: string;
  second: string;
  columns: readonly ColumnChoice[];
  onChange: (pair: [string, string]) => void;
}) {
  const { t } = useTranslation("activity");
  return (
    <>
      <span className={classes["label"]}>{t("property.firstDate")}</span>
      <ColumnField
        label={t("property.firstDate")}
        columns={columns}
        value={first}
        onChange={(column) => column !== null && onChange([column, second])}
      />
      <span className={classes["label"]}>{t("property.secondDate")}</span>
      <ColumnField
        label={t("property.secondDate")}
        columns={columns}
        value={second}
        onChange={(column) => column !== null && onChange([first, column])}
      />
    </>
  );
}

/** A label is kept when one leaves it, so that the preview does not run at every letter. */
function Label({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <TextInput
      key={value}
      size="xs"
      aria-label={label}
      defaultValue={value}
      maxLength={200}
      onBlur={(event) => event.currentTarget.value !== value && onChange(event.currentTarget.value.trim())}
    />
  );
}
