import { useTranslation } from "react-i18next";
import { InlineSelect } from "#ui/inline-select.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Channel, type Library, channelKinds } from "../model.ts";
import { useLibraryEdit } from "./library.ts";
import { matches } from "./matches.ts";
import { type Column, ShelfTable } from "./shelf-table.tsx";

export function ChannelTable({ library, typed, mayEdit }: { library: Library; typed: string; mayEdit: boolean }) {
  const { t } = useTranslation("touchpoint");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const { addChannel, changeChannel } = useLibraryEdit(workspaceId);
  const kinds = channelKinds.map((value) => ({ value, label: t(`kind.${value}`) }));
  const met = (id: string) => library.touchpoints.filter(({ channelId }) => channelId === id).length;
  const columns: Column<Channel>[] = [
    {
      head: t("column.kind"),
      renderCell: (item) => (
        <InlineSelect
          label={t("kindOf", { name: item.name })}
          value={item.kind}
          options={kinds}
          readOnly={!mayEdit}
          onSave={(kind) => changeChannel.mutate({ id: item.id, kind })}
        />
      ),
    },
    { head: t("shelf.touchpoints"), isNumber: true, renderCell: ({ id }) => format.number(met(id)) },
  ];
  return (
    <ShelfTable
      shelf="channels"
      items={library.channels.filter(({ name, key, kind }) => matches(`${name} ${key} ${t(`kind.${kind}`)}`, typed))}
      columns={columns}
      typed={typed}
      mayEdit={mayEdit}
      maxLength={80}
      minWidth="36rem"
      nameWidth="34%"
      onAdd={(name) => addChannel.mutateAsync({ name, kind: "other" })}
      onRename={(id, name) => changeChannel.mutate({ id, name })}
    />
  );
}
