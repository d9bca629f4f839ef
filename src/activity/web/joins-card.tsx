import { ActionIcon, Button, Select } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { sniffedFor } from "./draft.ts";
import classes from "./mapping-form.module.css";
import type { MappingPart } from "./mapping-form.tsx";

/** Which column of one file finds its row in another. */
export function JoinsCard({ proposal, mapping, onChange }: MappingPart) {
  const { t } = useTranslation("activity");
  const columns = Object.keys(mapping.files).flatMap((alias) =>
    (sniffedFor(mapping, proposal.files, alias)?.columns ?? []).map(({ name }) => `${alias}.${name}`),
  );
  const put = (index: number, join: string | null) =>
    onChange({
      ...mapping,
      joins: mapping.joins.flatMap((old, at) => (at !== index ? [old] : join === null ? [] : [join])),
    });
  const add = () => {
    const [first = "", second = ""] = Object.keys(mapping.files);
    const of = (alias: string) => columns.find((column) => column.startsWith(`${alias}.`)) ?? "";
    onChange({ ...mapping, joins: [...mapping.joins, `${of(first)} = ${of(second)}`] });
  };
  return (
    <fieldset className={classes["card"]}>
      <legend>{t("joins.title")}</legend>
      <p className={classes["note"]}>{t("joins.note")}</p>
      {mapping.joins.map((join, index) => {
        const [left = "", right = ""] = join.split("=").map((side) => side.trim());
        return (
          // A join has no name but what it says, which is being changed here.
          <div key={index} className={classes["halves"]}>
            <Select
              size="xs"
              searchable
              aria-label={t("joins.from")}
              data={columns}
              value={left}
              allowDeselect={false}
              onChange={(value) => value !== null && put(index, `${value} = ${right}`)}
            />
            <Select
              size="xs"
              searchable
              aria-label={t("joins.to")}
              data={columns}
              value={right}
              allowDeselect={false}
              onChange={(value) => value !== null && put(index, `${left} = ${value}`)}
            />
            <ActionIcon variant="subtle" color="gray" aria-label={t("joins.remove")} onClick={() => put(index, null)}>
              <X size={14} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      <Button size="compact-xs" variant="subtle" leftSection={<Plus size={12} aria-hidden />} onClick={add}>
        {t("joins.add")}
      </Button>
    </fieldset>
  );
}
