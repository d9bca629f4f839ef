import { ActionIcon, Button, Menu } from "@mantine/core";
import { Pencil, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mapping, Property } from "../model.ts";
import { type ColumnChoice, columnsFor } from "./draft.ts";
import { ColumnsField } from "./fields.tsx";
import classes from "./mapping-form.module.css";
import type { MappingPart } from "./mapping-form.tsx";
import { PropertyEditor, newProperty, propertyKinds } from "./property-editor.tsx";

/** What one will be able to split and filter the measures by: columns kept as they are, and properties derived from them. */
export function PropertiesCard({ proposal, mapping, onChange }: MappingPart) {
  const { t } = useTranslation("activity");
  const [open, setOpen] = useState<string | null>(null);
  const columns = reachable(mapping, proposal.files);
  const copied = Object.entries(mapping.properties).flatMap(([name, property]) =>
    typeof property === "string" ? [{ name, column: property }] : [],
  );
  const derived = Object.entries(mapping.properties).filter(
    (entry): entry is [string, Exclude<Property, string>] => typeof entry[1] !== "string",
  );
  const set = (properties: Mapping["properties"]) => onChange({ ...mapping, properties });
  const keepColumns = (chosen: string[]) => {
    const kept = chosen.map(
      (column) =>
        [copied.find((one) => one.column === column)?.name ?? freeName(column, mapping.properties), column] as const,
    );
    set({ ...Object.fromEntries(kept), ...Object.fromEntries(derived) });
  };
  const replace = (name: string, next: [string, Property] | null) =>
    set(
      Object.fromEntries(
        Object.entries(mapping.properties).flatMap((entry) =>
          entry[0] !== name ? [entry] : next === null ? [] : [next],
        ),
      ),
    );
  const add = (kind: (typeof propertyKinds)[number]) => {
    const name = freeName(t(`property.${kind}`), mapping.properties);
    set({ ...mapping.properties, [name]: newProperty(kind, columns) });
    setOpen(name);
  };
  return (
    <fieldset className={classes["card"]}>
      <legend>{t("properties.title")}</legend>
      <p className={classes["note"]}>{t("properties.note")}</p>
      <ColumnsField
        label={t("properties.columns")}
        columns={columns}
        value={copied.map(({ column }) => column)}
        none={t("properties.none")}
        onChange={keepColumns}
      />
      {derived.map(([name, property]) => (
        <div key={name} className={classes["record"]} style={{ marginTop: "0.5rem", paddingTop: "0.5rem" }}>
          <div className={classes["recordHead"]}>
            <b>{name}</b> <span className="soft">{t(`property.${kindOf(property)}`)}</span>
            <span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("properties.edit", { name })}
                aria-expanded={open === name}
                onClick={() => setOpen(open === name ? null : name)}
              >
                <Pencil size={13} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("properties.remove", { name })}
                onClick={() => replace(name, null)}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
            </span>
          </div>
          {open === name && (
            <PropertyEditor
              name={name}
              property={property}
              columns={columns}
              onRename={(next) => {
                if (next in mapping.properties) return;
                replace(name, [next, property]);
                setOpen(next);
              }}
              onChange={(next) => replace(name, [name, next])}
            />
          )}
        </div>
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button mt="xs" size="compact-xs" variant="subtle" leftSection={<Plus size={12} aria-hidden />}>
            {t("properties.derive")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {propertyKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {t(`property.${kind}`)}
              <div className="soft">{t(`propertyHelp.${kind}`)}</div>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </fieldset>
  );
}

function kindOf(property: Exclude<Property, string>): (typeof propertyKinds)[number] {
  return propertyKinds.find((kind) => kind in property) ?? "first";
}

/** Columns as a whole mapping writes them: with the file's name, unless there is but one. */
function reachable(mapping: Mapping, files: MappingPart["proposal"]["files"]): ColumnChoice[] {
  const aliases = Object.keys(mapping.files);
  return aliases.flatMap((alias) =>
    columnsFor({ ...mapping, joins: [] }, files, alias).map((column) => ({
      ...column,
      value: aliases.length === 1 ? column.name : `${alias}.${column.name}`,
    })),
  );
}

function freeName(wanted: string, taken: Mapping["properties"]): string {
  const name = wanted.replace(/^[a-zA-Z]\w*\./, "").slice(0, 70);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!(candidate in taken)) return candidate;
  }
}
