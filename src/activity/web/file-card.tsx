import { NativeSelect, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { type MappingFile, decimals, encodings, separators } from "../model.ts";
import { dateFormatOf, sniffedFor, withDateFormat } from "./draft.ts";
import { DateFormatField } from "./fields.tsx";
import classes from "./mapping-form.module.css";
import type { MappingPart } from "./mapping-form.tsx";

/** How one file is written. What was found is said on one line; the choices open under it. */
export function FileCard({ alias, proposal, mapping, onChange }: MappingPart & { alias: string }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const file = mapping.files[alias];
  const found = sniffedFor(mapping, proposal.files, alias);
  if (file === undefined) return null;
  const set = (change: Partial<MappingFile>) =>
    onChange({ ...mapping, files: { ...mapping.files, [alias]: { ...file, ...change } } });
  const dateColumns = (found?.columns ?? []).filter(({ kind }) => kind === "date").map(({ name }) => name);
  const separator = file.separator ?? found?.separator ?? ",";
  const encoding = file.encoding ?? found?.encoding ?? "utf-8";
  return (
    <fieldset className={classes["card"]}>
      <legend>{found?.name ?? file.file}</legend>
      <details className={classes["details"]}>
        <summary>
          {found !== undefined && (
            <>
              {format.bytes(found.bytes)} ·{" "}
              {t("file.columns", { count: found.columns.length, n: format.number(found.columns.length) })} ·{" "}
            </>
          )}
          {t(`separator.${separator}`)} · {encoding.toUpperCase()} · {t(`decimal.${file.decimal}`)}
        </summary>
        <div className={classes["fields"]}>
          <span className={classes["label"]}>{t("file.separator")}</span>
          <NativeSelect
            size="xs"
            aria-label={t("file.separator")}
            value={separator}
            data={separators.map((value) => ({ value, label: t(`separator.${value}`) }))}
            onChange={(event) => set({ separator: event.currentTarget.value as typeof separator })}
          />
          <span className={classes["label"]}>{t("file.encoding")}</span>
          <NativeSelect
            size="xs"
            aria-label={t("file.encoding")}
            value={encoding}
            data={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(event) => set({ encoding: event.currentTarget.value as typeof encoding })}
          />
          <span className={classes["label"]}>{t("file.decimal")}</span>
          <NativeSelect
            size="xs"
            aria-label={t("file.decimal")}
            value={file.decimal}
            data={decimals.map((value) => ({ value, label: t(`decimal.${value}`) }))}
            onChange={(event) => set({ decimal: event.currentTarget.value as typeof file.decimal })}
          />
          <span className={classes["label"]}>{t("file.timeZone")}</span>
          <Select
            size="xs"
            searchable
            limit={100}
            aria-label={t("file.timeZone")}
            data={["UTC", ...Intl.supportedValuesOf("timeZone")]}
            value={file.timeZone ?? mapping.timeZone}
            allowDeselect={false}
            onChange={(timeZone) => timeZone !== null && set({ timeZone })}
          />
          {dateColumns.map((column) => [
            <span key={`${column} label`} className={classes["label"]}>
              {column}
            </span>,
            <DateFormatField
              key={column}
              label={t("field.dateFormat", { column })}
              value={dateFormatOf(file, column)}
              onChange={(chosen) => set(withDateFormat(file, column, chosen, dateColumns))}
            />,
          ])}
          <span className={classes["label"]}>{t("file.header")}</span>
          <Switch
            size="xs"
            aria-label={t("file.header")}
            checked={file.header}
            onChange={(event) => set({ header: event.currentTarget.checked })}
          />
        </div>
      </details>
    </fieldset>
  );
}
