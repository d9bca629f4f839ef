import { useTranslation } from "react-i18next";
import { InlineSelect } from "#ui/inline-select.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Library, type Touchpoint, initiators } from "../model.ts";
import { useLibraryEdit } from "./library.ts";
import { matches } from "./matches.ts";
import { type Column, ShelfTable } from "./shelf-table.tsx";

export function TouchpointTable({ library, typed, mayEdit }: { library: Library; typed: string; mayEdit: boolean }) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const { addTouchpoint, changeTouchpoint } = useLibraryEdit(workspaceId);
  const channels = [{ value: "", label: t("noChannel") }, ...optionsOf(library.channels)];
  const teams = [{ value: "", label: t("noTeam") }, ...optionsOf(library.teams)];
  const columns: Column<Touchpoint>[] = [
    {
      head: t("column.channel"),
      renderCell: ({ id, name, channelId }) => (
        <InlineSelect
          label={t("channelOf", { name })}
          value={channelId ?? ""}
          options={channels}
          readOnly={!mayEdit}
          onSave={(chosen) => changeTouchpoint.mutate({ id, channelId: chosen === "" ? null : chosen })}
        />
      ),
    },
    {
      head: t("column.initiator"),
      renderCell: ({ id, name, initiator }) => (
        <InlineSelect
          label={t("initiatorOf", { name })}
          value={initiator}
          options={initiators.map((value) => ({ value, label: t(`initiator.${value}`) }))}
          readOnly={!mayEdit}
          onSave={(chosen) => changeTouchpoint.mutate({ id, initiator: chosen })}
        />
      ),
    },
    {
      head: t("column.team"),
      renderCell: ({ id, name, teamId }) => (
        <InlineSelect
          label={t("teamOf", { name })}
          value={teamId ?? ""}
          options={teams}
          readOnly={!mayEdit}
          onSave={(chosen) => changeTouchpoint.mutate({ id, teamId: chosen === "" ? null : chosen })}
        />
      ),
    },
  ];
  return (
    <ShelfTable
      shelf="touchpoints"
      items={found(library, typed)}
      columns={columns}
      typed={typed}
      mayEdit={mayEdit}
      maxLength={120}
      minWidth="52rem"
      nameWidth="30%"
      onAdd={(name) => addTouchpoint.mutateAsync({ name, channelId: null, teamId: null, initiator: "customer" })}
      onRename={(id, name) => changeTouchpoint.mutate({ id, name })}
    />
  );
}

const optionsOf = (items: readonly { id: string; name: string }[]) =>
  items.map(({ id, name }) => ({ value: id, label: name }));

/** The touchpoints that what is typed speaks of, by name: their own, their channel's or their team's. */
function found({ touchpoints, channels, teams }: Library, typed: string): Touchpoint[] {
  const channelNames = new Map(channels.map(({ id, name }) => [id, name]));
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  return touchpoints
    .filter(({ name, key, channelId, teamId }) =>
      matches(`${name} ${key} ${channelNames.get(channelId ?? "") ?? ""} ${teamNames.get(teamId ?? "") ?? ""}`, typed),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
