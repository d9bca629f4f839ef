import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { keyFrom } from "#touchpoint/rules.ts";
import type { Mapping } from "../model.ts";
import { type ColumnChoice, columnsFor } from "./draft.ts";
import { ColumnField } from "./fields.tsx";
import classes from "./mapping-form.module.css";
import type { MappingPart } from "./mapping-form.tsx";
import people from "./people-card.module.css";

type Identifier = Mapping["people"][number];

/** Columns that say whose row it is; two of them on one row are one customer. */
export function PeopleCard({ proposal, mapping, onChange }: MappingPart) {
  const { t } = useTranslation("activity");
  const columns = allColumns(mapping, proposal.files);
  const put = (index: number, identifier: Identifier | null) =>
    onChange({
      ...mapping,
      people: mapping.people.flatMap((old, at) => (at !== index ? [old] : identifier === null ? [] : [identifier])),
    });
  const add = () => {
    const column =
      columns.find(({ kind, value }) => kind === "identifier" && !mapping.people.some((one) => one.column === value)) ??
      columns[0];
    if (column !== undefined)
      onChange({
        ...mapping,
        people: [...mapping.people, { kind: kindOf(column), column: column.value, store: "hashed" }],
      });
  };
  return (
    <fieldset className={classes["card"]}>
      <legend>{t("people.title")}</legend>
      <p className={classes["note"]}>
        {t(mapping.people.length === 0 ? "people.none" : mapping.people.length > 1 ? "people.several" : "people.one")}
      </p>
      {mapping.people.map((identifier, index) => (
        // Identifiers may repeat while they are being chosen: only the place names one.
        <div key={index} className={people["row"]}>
          <ColumnField
            label={t("people.column")}
            columns={columns}
            value={identifier.column}
            onChange={(value) => {
              const column = columns.find((choice) => choice.value === value);
              if (column !== undefined) put(index, { ...identifier, column: column.value, kind: kindOf(column) });
            }}
          />
          <TextInput
            key={identifier.kind}
            size="xs"
            aria-label={t("people.kind")}
            defaultValue={identifier.kind}
            maxLength={40}
            onBlur={(event) => put(index, { ...identifier, kind: kindFrom(event.currentTarget.value) })}
          />
          <NativeSelect
            size="xs"
            aria-label={t("people.store")}
            value={identifier.store}
            onChange={(event) =>
              put(index, { ...identifier, store: event.currentTarget.value === "clear" ? "clear" : "hashed" })
            }
            data={[
              { value: "hashed", label: t("people.hashed") },
              { value: "clear", label: t("people.clear") },
            ]}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("people.remove", { column: identifier.column })}
            onClick={() => put(index, null)}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-xs" variant="subtle" leftSection={<Plus size={12} aria-hidden />} onClick={add}>
        {t("people.add")}
      </Button>
    </fieldset>
  );
}

/** Columns of every file that records read, as they are written for the whole mapping. */
function allColumns(mapping: Mapping, files: MappingPart["proposal"]["files"]): ColumnChoice[] {
  const isAlone = Object.keys(mapping.files).length === 1;
  return Object.keys(mapping.files).flatMap((alias) =>
    columnsFor({ ...mapping, joins: [] }, files, alias).map((column) => ({
      ...column,
      value: isAlone ? column.name : `${alias}.${column.name}`,
    })),
  );
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ["email", /e-?mail|courriel/i],
  ["phone", /phone|t[ée]l|mobile/i],
];

/** What a column's name says that it holds. */
function kindOf({ name }: ColumnChoice): string {
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? "customer";
}

function kindFrom(text: string): string {
  const kind = keyFrom(text, "customer").slice(0, 40);
  return /^[a-z]/.test(kind) ? kind : "customer";
}
