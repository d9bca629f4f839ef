import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Copy } from "#ui/copy.tsx";
import table from "#ui/data-table.module.css";
import { InlineSelect } from "#ui/inline-select.tsx";
import { InlineText } from "#ui/inline-text.tsx";
import { useFormat } from "#ui/use-format.ts";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { deleteChannel } from "../api.ts";
import { type Library, channelKinds } from "../model.ts";
import { DeleteItem } from "./delete-item.tsx";
import { useLibraryEdit } from "./library.ts";
import { matches } from "./matches.ts";
import { NewRow } from "./new-row.tsx";

export function ChannelTable({ library, typed, mayEdit }: { library: Library; typed: string; mayEdit: boolean }) {
  const { t } = useTranslation("touchpoint");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const edit = useLibraryEdit(workspaceId);
  const kinds = channelKinds.map((value) => ({ value, label: t(`kind.${value}`) }));
  const rows = library.channels.filter((item) => matches(`${item.name} ${item.key} ${t(`kind.${item.kind}`)}`, typed));
  return (
    <TableScroll label={t("shelf.channels")}>
      <table className={table["table"]} style={{ minWidth: "36rem" }}>
        <thead>
          <tr>
            <th scope="col" style={{ width: "34%" }}>
              {t("column.name")}
            </th>
            <th scope="col">{t("column.kind")}</th>
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
              columns={5}
              label={t("newChannel")}
              hint={t("newChannelHint")}
              onAdd={(name) => edit.addChannel.mutateAsync({ name, kind: "other" })}
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
                  onSave={(name) => edit.changeChannel.mutate({ id: item.id, name })}
                />
              </td>
              <td>
                <InlineSelect
                  label={t("kindOf", { name: item.name })}
                  value={item.kind}
                  options={kinds}
                  readOnly={!mayEdit}
                  onSave={(kind) => edit.changeChannel.mutate({ id: item.id, kind })}
                />
              </td>
              <td className={table["number"]}>
                {format.number(library.touchpoints.filter(({ channelId }) => channelId === item.id).length)}
              </td>
              <td>
                <Copy value={item.key} />
              </td>
              <td>
                {mayEdit && (
                  <DeleteItem name={item.name} refusal={t("inUse.channel")} route={deleteChannel} id={item.id} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className={table["none"]}>{typed === "" ? t("none.channels") : t("nothingFound", { typed })}</p>
      )}
    </TableScroll>
  );
}
