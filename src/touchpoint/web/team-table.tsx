import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Copy } from "#ui/copy.tsx";
import table from "#ui/data-table.module.css";
import { InlineText } from "#ui/inline-text.tsx";
import { useFormat } from "#ui/use-format.ts";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { deleteTeam } from "../api.ts";
import type { Library } from "../model.ts";
import { DeleteItem } from "./delete-item.tsx";
import { useLibraryEdit } from "./library.ts";
import { matches } from "./matches.ts";
import { NewRow } from "./new-row.tsx";

export function TeamTable({ library, typed, mayEdit }: { library: Library; typed: string; mayEdit: boolean }) {
  const { t } = useTranslation("touchpoint");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const edit = useLibraryEdit(workspaceId);
  const rows = library.teams.filter((item) => matches(`${item.name} ${item.key}`, typed));
  return (
    <TableScroll label={t("shelf.teams")}>
      <table className={table["table"]} style={{ minWidth: "28rem" }}>
        <thead>
          <tr>
            <th scope="col" style={{ width: "45%" }}>
              {t("column.name")}
            </th>
            <th scope="col" className={table["number"]}>
              {t("shelf.touchpoints")}
            </th>
            <th scope="col">{t("column.key")}</th>
            <th scope="col">
              <VisuallyHidden>{t("column.actions")}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {mayEdit && typed === "" && (
            <NewRow
              columns={4}
              label={t("newTeam")}
              hint={t("newTeamHint")}
              onAdd={(name) => edit.addTeam.mutateAsync({ name })}
            />
          )}
          {rows.map((item) => (
            <tr key={item.id}>
              <td>
                <InlineText
                  label={t("nameOf", { name: item.name })}
                  value={item.name}
                  maxLength={80}
                  readOnly={!mayEdit}
                  onSave={(name) => edit.changeTeam.mutate({ id: item.id, name })}
                />
              </td>
              <td className={table["number"]}>
                {format.number(library.touchpoints.filter(({ teamId }) => teamId === item.id).length)}
              </td>
              <td>
                <Copy value={item.key} />
              </td>
              <td>
                {mayEdit && <DeleteItem name={item.name} refusal={t("inUse.team")} route={deleteTeam} id={item.id} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className={table["none"]}>{typed === "" ? t("none.teams") : t("nothingFound", { typed })}</p>
      )}
    </TableScroll>
  );
}
