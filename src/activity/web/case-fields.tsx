import { ActionIcon, Button } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { keyFrom } from "#touchpoint/rules.ts";
import { ColumnField, TouchpointField } from "./fields.tsx";
import classes from "./mapping-form.module.css";
import type { RecordPart } from "./records-card.tsx";
import { WhenField } from "./when-field.tsx";

/** One row, one case: each of its dates is a contact at a touchpoint. */
export function CaseFields(part: RecordPart<"case">) {
  const { t } = useTranslation("activity");
  const { record, columns, known, nameOf, onChange } = part;
  const contacts = record.contacts;
  const put = (index: number, contact: (typeof contacts)[number] | null, names?: Record<string, string>) =>
    onChange(
      {
        ...record,
        contacts: contacts.flatMap((old, at) => (at !== index ? [old] : contact === null ? [] : [contact])),
      },
      names,
    );
  const unused = columns.filter(({ kind, value }) => kind === "date" && !contacts.some(({ when }) => when === value));
  const add = () => {
    const column = unused[0] ?? columns[0];
    if (column !== undefined)
      onChange(
        { ...record, contacts: [...contacts, { touchpoint: keyFrom(column.name), when: column.value }] },
        { [keyFrom(column.name)]: column.name },
      );
  };
  return (
    <>
      <div className={classes["fields"]}>
        <span className={classes["label"]}>{t("field.case")}</span>
        <ColumnField
          label={t("field.case")}
          columns={columns}
          value={record.case}
          onChange={(column) => column !== null && onChange({ ...record, case: column })}
        />
      </div>
      <p className={classes["note"]} style={{ marginTop: "0.625rem" }}>
        {t("case.dates")}
      </p>
      {contacts.map((contact, index) => (
        // The same date may be given twice, so only its place names it.
        <div key={index} className={classes["halves"]}>
          <WhenField {...part} value={contact.when} onChange={(when) => put(index, { ...contact, when })} />
          <TouchpointField
            label={t("case.touchpoint", { column: contact.when })}
            value={contact.touchpoint}
            nameOf={nameOf}
            known={known}
            onChange={(touchpoint, name) => put(index, { ...contact, touchpoint }, { [touchpoint]: name })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("case.remove", { column: contact.when })}
            disabled={contacts.length === 1}
            onClick={() => put(index, null)}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-xs" variant="subtle" leftSection={<Plus size={12} aria-hidden />} onClick={add}>
        {t("case.add")}
      </Button>
    </>
  );
}
