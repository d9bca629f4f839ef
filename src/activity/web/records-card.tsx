import { ActionIcon, Button, SegmentedControl, Tooltip } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { type MappingRecord } from "../model.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { CaseFields } from "./case-fields.tsx";
import { ContactFields } from "./contact-fields.tsx";
import {
  type ColumnChoice,
  columnsFor,
  dateFormatOf,
  nameFromKey,
  newRecord,
  sniffedFor,
  touchpointNames,
  withDateFormat,
  withRecords,
} from "./draft.ts";
import classes from "./mapping-form.module.css";
import type { MappingPart } from "./mapping-form.tsx";
import { keyFrom } from "#touchpoint/rules.ts";

const shapes = ["contact", "case", "answer"] as const;

/** What the fields of a record are given, whatever its shape. */
export interface RecordPart<Shape extends MappingRecord["shape"]> {
  record: Extract<MappingRecord, { shape: Shape }>;
  columns: readonly ColumnChoice[];
  known: readonly { key: string; name: string }[];
  nameOf: (key: string) => string;
  dateFormatOf: (column: string) => ReturnType<typeof dateFormatOf>;
  onDateFormat: (column: string, format: ReturnType<typeof dateFormatOf>) => void;
  /** `names`: names of touchpoints that the change brings, by key. */
  onChange: (record: MappingRecord, names?: Record<string, string>) => void;
}

/** What a row of each file is: a contact, a case with several dates, an answer; or only looked up by another file. */
export function RecordsCard({ one, proposal, mapping, onChange }: MappingPart) {
  const { t, i18n } = useTranslation("activity");
  const { data: library } = useLibrary(one.workspaceId);
  const known = library?.touchpoints ?? [];
  const own = touchpointNames(mapping, i18n.language);
  const nameOf = (key: string) =>
    own.get(key) ?? known.find((touchpoint) => touchpoint.key === key)?.name ?? nameFromKey(key);
  const put = (index: number, record: MappingRecord | null, names?: Record<string, string>) =>
    onChange(
      withRecords(
        mapping,
        mapping.records.flatMap((old, at) => (at !== index ? [old] : record === null ? [] : [record])),
        names,
      ),
    );
  const fresh = (alias: string, shape: MappingRecord["shape"]) =>
    newRecord(shape, alias, columnsFor(mapping, proposal.files, alias), keyFrom(alias));

  return (
    <fieldset className={classes["card"]}>
      <legend>{t("records.title")}</legend>
      {mapping.records.map((record, index) => {
        const columns = columnsFor(mapping, proposal.files, record.file);
        const file = mapping.files[record.file];
        const dateColumns = columns
          .filter(({ kind, value, name }) => kind === "date" && value === name)
          .map(({ name }) => name);
        const part = {
          columns,
          known,
          nameOf,
          dateFormatOf: (column: string) => (file === undefined ? ("iso" as const) : dateFormatOf(file, column)),
          onDateFormat: (column: string, format: ReturnType<typeof dateFormatOf>) =>
            file !== undefined &&
            onChange({
              ...mapping,
              files: { ...mapping.files, [record.file]: withDateFormat(file, column, format, dateColumns) },
            }),
          onChange: (next: MappingRecord, names?: Record<string, string>) => put(index, next, names),
        };
        return (
          // Records have no name of their own: their place in the list is what tells them apart.
          <div key={index} className={classes["record"]}>
            <div className={classes["recordHead"]}>
              <span>
                {t("records.row", { file: sniffedFor(mapping, proposal.files, record.file)?.name ?? record.file })}
              </span>
              {mapping.records.length > 1 && (
                <Tooltip label={t("records.remove")}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t("records.remove")}
                    onClick={() => put(index, null)}
                  >
                    <X size={14} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
            </div>
            <SegmentedControl
              fullWidth
              mb="xs"
              aria-label={t("records.shape")}
              value={record.shape}
              data={shapes.map((value) => ({ value, label: t(`shapeShort.${value}`) }))}
              onChange={(shape) => put(index, fresh(record.file, shape))}
            />
            <p className={classes["note"]}>{t(`shapeHelp.${record.shape}`)}</p>
            {record.shape === "contact" ? (
              <ContactFields {...part} record={record} />
            ) : record.shape === "case" ? (
              <CaseFields {...part} record={record} />
            ) : (
              <AnswerFields {...part} record={record} />
            )}
          </div>
        );
      })}
      <div className={classes["more"]}>
        {Object.keys(mapping.files).map((alias) => (
          <Button
            key={alias}
            size="compact-xs"
            variant="subtle"
            leftSection={<Plus size={12} aria-hidden />}
            onClick={() => onChange(withRecords(mapping, [...mapping.records, fresh(alias, "contact")]))}
          >
            {t("records.add", { file: alias })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
