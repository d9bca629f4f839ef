import { useTranslation } from "react-i18next";
import { InlineSelect } from "#ui/inline-select.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Touchpoint } from "../model.ts";
import { useLibrary, useLibraryEdit } from "./library.ts";

/** Terms of a list: the channel of a touchpoint and the team that answers for it, to be changed where one may. */
export function TouchpointFacts({ touchpoint: { id, name, channelId, teamId } }: { touchpoint: Touchpoint }) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const readOnly = !useMay("library:edit");
  const { data: library } = useLibrary(workspaceId);
  const { changeTouchpoint } = useLibraryEdit(workspaceId);
  const optionsOf = (none: string, items: readonly { id: string; name: string }[] = []) => [
    { value: "", label: none },
    ...items.map((item) => ({ value: item.id, label: item.name })),
  ];
  return (
    <>
      <dt>{t("column.channel")}</dt>
      <dd>
        <InlineSelect
          label={t("channelOf", { name })}
          value={channelId ?? ""}
          options={optionsOf(t("noChannel"), library?.channels)}
          readOnly={readOnly}
          onSave={(chosen) => changeTouchpoint.mutate({ id, channelId: chosen === "" ? null : chosen })}
        />
      </dd>
      <dt>{t("answeredBy")}</dt>
      <dd>
        <InlineSelect
          label={t("teamOf", { name })}
          value={teamId ?? ""}
          options={optionsOf(t("noTeam"), library?.teams)}
          readOnly={readOnly}
          onSave={(chosen) => changeTouchpoint.mutate({ id, teamId: chosen === "" ? null : chosen })}
        />
      </dd>
      {!readOnly && (
        <dd className="soft" style={{ gridColumn: "1 / -1" }}>
          {t("holdsEverywhere")}
        </dd>
      )}
    </>
  );
}
