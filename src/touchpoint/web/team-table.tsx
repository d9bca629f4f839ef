import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Library } from "../model.ts";
import { useLibraryEdit } from "./library.ts";
import { matches } from "./matches.ts";
import { ShelfTable } from "./shelf-table.tsx";

export function TeamTable({ library, typed, mayEdit }: { library: Library; typed: string; mayEdit: boolean }) {
  const { t } = useTranslation("touchpoint");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const { addTeam, changeTeam } = useLibraryEdit(workspaceId);
  const caredFor = (id: string) => library.touchpoints.filter(({ teamId }) => teamId === id).length;
  return (
    <ShelfTable
      shelf="teams"
      items={library.teams.filter(({ name, key }) => matches(`${name} ${key}`, typed))}
      columns={[{ head: t("shelf.touchpoints"), isNumber: true, renderCell: ({ id }) => format.number(caredFor(id)) }]}
      typed={typed}
      mayEdit={mayEdit}
      maxLength={80}
      minWidth="28rem"
      nameWidth="45%"
      onAdd={(name) => addTeam.mutateAsync({ name })}
      onRename={(id, name) => changeTeam.mutate({ id, name })}
    />
  );
}
