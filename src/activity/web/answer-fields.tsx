import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Metric, metrics } from "../model.ts";
import { ContactFields } from "./contact-fields.tsx";
import { ColumnField, ColumnsField } from "./fields.tsx";
import classes from "./mapping-form.module.css";
import type { RecordPart } from "./records-card.tsx";

const fromColumn = "column";

/** One row, one answer to one question. */
export function AnswerFields(part: RecordPart<"answer">) {
  const { t } = useTranslation("activity");
  const { record, columns, onChange } = part;
  const { metric } = record;
  const comments =
    record.comment === undefined ? [] : typeof record.comment === "string" ? [record.comment] : record.comment;
  const chooseMetric = (value: string) =>
    onChange({
      ...record,
      metric:
        value === fromColumn
          ? { column: columns.find(({ kind }) => kind === "category")?.value ?? columns[0]?.value ?? "" }
          : (value as Metric),
    });
  return (
    <ContactFields {...part}>
      <span className={classes["label"]}>{t("field.metric")}</span>
      <NativeSelect
        size="xs"
        aria-label={t("field.metric")}
        value={typeof metric === "string" ? metric : fromColumn}
        onChange={(event) => chooseMetric(event.currentTarget.value)}
        data={[
          ...metrics.map((value) => ({ value, label: t(`metricLong.${value}`) })),
          { value: fromColumn, label: t("field.metricColumn") },
        ]}
      />
      {typeof metric === "object" && (
        <>
          <span className={classes["label"]}>{t("field.metricColumn")}</span>
          <ColumnField
            label={t("field.metricColumn")}
            columns={columns}
            value={metric.column}
            onChange={(column) => column !== null && onChange({ ...record, metric: { ...metric, column } })}
          />
        </>
      )}
      <span className={classes["label"]}>{t("field.score")}</span>
      <ColumnField
        label={t("field.score")}
        columns={columns}
        value={record.score}
        onChange={(score) => score !== null && onChange({ ...record, score })}
      />
      <span className={classes["label"]}>{t("field.comment")}</span>
      <ColumnsField
        label={t("field.comment")}
        columns={columns}
        value={comments}
        none={t("none")}
        onChange={(comment) => onChange({ ...record, comment: comment.length === 0 ? undefined : comment })}
      />
    </ContactFields>
  );
}
