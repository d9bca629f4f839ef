import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Copy } from "#ui/copy.tsx";
import table from "#ui/data-table.module.css";
import { DeleteButton } from "#ui/delete-button.tsx";
import { InlineText } from "#ui/inline-text.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Shelf, useLibraryEdit } from "./library.ts";
import { NewRow } from "./new-row.tsx";

interface Item {
  id: string;
  key: string;
  name: string;
}

/** What a shelf says of its items besides their name and their key. */
export interface Column<T> {
  head: string;
  renderCell: (item: T) => ReactNode;
  isNumber?: boolean;
}

interface ShelfTableProps<T> {
  shelf: Shelf;
  items: readonly T[];
  columns: readonly Column<T>[];
  /** What was searched for; empty shows the whole shelf. */
  typed: string;
  mayEdit: boolean;
  /** Characters of the longest name. */
  maxLength: number;
  minWidth: string;
  nameWidth: string;
  onAdd: (name: string) => Promise<unknown>;
  onRename: (id: string, name: string) => void;
}

/** The items of a shelf in rows, each edited where it stands. */
export function ShelfTable<T extends Item>({ shelf, items, columns, typed, mayEdit, ...props }: ShelfTableProps<T>) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const { remove } = useLibraryEdit(workspaceId);
  const { maxLength, minWidth, nameWidth, onAdd, onRename } = props;
  return (
    <TableScroll label={t(`shelf.${shelf}`)}>
      <table className={table["table"]} style={{ minWidth }}>
        <thead>
          <tr>
            <th scope="col" style={{ width: nameWidth }}>
              {t("column.name")}
            </th>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" className={isNumber === true ? table["number"] : undefined}>
                {head}
              </th>
            ))}
            <th scope="col">{t("column.key")}</th>
            <th scope="col">
              <VisuallyHidden>{t("column.actions")}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {mayEdit && typed === "" && (
            <NewRow columns={columns.length + 3} label={t(`new.${shelf}`)} hint={t(`newHint.${shelf}`)} onAdd={onAdd} />
          )}
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <InlineText
                  label={t("nameOf", { name: item.name })}
                  value={item.name}
                  maxLength={maxLength}
                  readOnly={!mayEdit}
                  onSave={(name) => onRename(item.id, name)}
                />
              </td>
              {columns.map(({ head, renderCell, isNumber }) => (
                <td key={head} className={isNumber === true ? table["number"] : undefined}>
                  {renderCell(item)}
                </td>
              ))}
              <td>
                <Copy value={item.key} />
              </td>
              <td>
                {mayEdit && (
                  <DeleteButton
                    name={item.name}
                    loss={t("deleteText")}
                    refusal={t(`inUse.${shelf}`)}
                    onDelete={() => remove(shelf, item.id)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length === 0 && (
        <p className={table["none"]}>{typed === "" ? t(`none.${shelf}`) : t("nothingFound", { typed })}</p>
      )}
    </TableScroll>
  );
}
