import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Copy } from "#ui/copy.tsx";
import table from "#ui/data-table.module.css";
import { InlineSelect } from "#ui/inline-select.tsx";
import { InlineText } from "#ui/inline-text.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { deleteTouchpoint } from "../api.ts";
import { type Library, type Touchpoint, initiators } from "../model.ts";
import { DeleteItem } from "./delete-item.tsx";
import { useLibraryEdit } from "./library.ts";
import { matches } from "./matches.ts";
import { NewRow } from "./new-row.tsx";

interface TableProps {
  library: Library;
  typed: string;
  mayEdit: boolean;
}

/** Every touchpoint in a row, edited where it stands. */
export function TouchpointTable({ library, typed, mayEdit }: TableProps) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const edit = useLibraryEdit(workspaceId);
  const channels = [
    { value: "", label: t("noChannel") },
    ...library.channels.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const teams = [
    { value: "", label: t("noTeam") },
    ...library.teams.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const nameOf = (options: { value: string; label: string }[], id: string | null) =>
    id === null ? "" : (options.find(({ value }) => value === id)?.label ?? "");
  const rows = library.touchpoints
    .filter((item) =>
      matches(`${item.name} ${item.key} ${nameOf(channels, item.channelId)} ${nameOf(teams, item.teamId)}`, typed),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const save = (item: Touchpoint) => (change: Partial<Omit<Touchpoint, "id" | "key">>) =>
    edit.changeTouchpoint.mutate({ id: item.id, ...change });

  return (
    <TableScroll label={t("shelf.touchpoints")}>
      <table className={table["table"]} style={{ minWidth: "52rem" }}>
        <thead>
          <tr>
            <th scope="col" style={{ width: "30%" }}>
              {t("column.name")}
            </th>
            <th scope="col">{t("column.channel")}</th>
            <th scope="col">{t("column.initiator")}</th>
            <th scope="col">{t("column.team")}</th>
            <th scope="col">{t("column.key")}</th>
            <th scope="col">
              <VisuallyHidden>{t("column.actions")}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {mayEdit && typed === "" && (
            <NewRow
              columns={6}
              label={t("newTouchpoint")}
              hint={t("newTouchpointHint")}
              onAdd={(name) =>
                edit.addTouchpoint.mutateAsync({ name, channelId: null, teamId: null, initiator: "customer" })
              }
            />
          )}
          {rows.map((item) => (
            <tr key={item.id}>
              <td>
                <InlineText
                  label={t("nameOf", { name: item.name })}
                  value={item.name}
                  maxLength={120}
                  readOnly={!mayEdit}
                  onSave={(name) => save(item)({ name })}
                />
              </td>
              <td>
                <InlineSelect
                  label={t("channelOf", { name: item.name })}
                  value={item.channelId ?? ""}
                  options={channels}
                  readOnly={!mayEdit}
                  onSave={(id) => save(item)({ channelId: id === "" ? null : id })}
                />
              </td>
              <td>
                <InlineSelect
                  label={t("initiatorOf", { name: item.name })}
                  value={item.initiator}
                  options={initiators.map((value) => ({ value, label: t(`initiator.${value}`) }))}
                  readOnly={!mayEdit}
                  onSave={(initiator) => save(item)({ initiator })}
                />
              </td>
              <td>
                <InlineSelect
                  label={t("teamOf", { name: item.name })}
                  value={item.teamId ?? ""}
                  options={teams}
                  readOnly={!mayEdit}
                  onSave={(id) => save(item)({ teamId: id === "" ? null : id })}
                />
              </td>
              <td>
                <Copy value={item.key} />
              </td>
              <td>
                {mayEdit && (
                  <DeleteItem name={item.name} refusal={t("inUse.touchpoint")} route={deleteTouchpoint} id={item.id} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className={table["none"]}>{typed === "" ? t("none.touchpoints") : t("nothingFound", { typed })}</p>
      )}
    </TableScroll>
  );
}
