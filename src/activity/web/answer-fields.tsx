import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Metric, metrics } from "../model.ts";
import { ColumnField, ColumnsField } from "./fields.tsx";
import classes from "./mapping-form.module.css";
import { More } from "./more.tsx";
import type { RecordPart } from "./records-card.tsx";
import { TouchpointChoiceField } from "./touchpoint-choice-field.tsx";
import { WhenField } from "./when-field.tsx";

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
    <>
      <div className={classes["fields"]}>
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
        <span className={classes["label"]}>{t("field.touchpoint")}</span>
        <TouchpointChoiceField
          {...part}
          value={record.touchpoint}
          onChange={(touchpoint, names) => onChange({ ...record, touchpoint }, names)}
        />
        <span className={classes["label"]}>{t("field.when")}</span>
        <WhenField {...part} value={record.when} onChange={(when) => onChange({ ...record, when })} />
      </div>
      <More open={record.case !== undefined || record.key !== undefined}>
        <span className={classes["label"]}>{t("field.case")}</span>
        <ColumnField
          label={t("field.case")}
          columns={columns}
          value={record.case ?? null}
          none={t("none")}
          onChange={(column) => onChange({ ...record, case: column ?? undefined })}
        />
        <span className={classes["label"]}>{t("field.key")}</span>
        <ColumnsField
          label={t("field.key")}
          columns={columns}
          value={record.key ?? []}
          none={t("field.keyNone")}
          onChange={(key) => onChange({ ...record, key: key.length === 0 ? undefined : key })}
        />
      </More>
    </>
  );
}
