import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ColumnField, ColumnsField } from "./fields.tsx";
import classes from "./mapping-form.module.css";
import { More } from "./more.tsx";
import type { RecordPart } from "./records-card.tsx";
import { TouchpointChoiceField } from "./touchpoint-choice-field.tsx";
import { WhenField } from "./when-field.tsx";

/** One row, one contact; `children`: the fields of what was said at it. */
export function ContactFields({ children, ...part }: RecordPart<"contact" | "answer"> & { children?: ReactNode }) {
  const { t } = useTranslation("activity");
  const { record, columns, onChange } = part;
  return (
    <>
      <div className={classes["fields"]}>
        {children}
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
