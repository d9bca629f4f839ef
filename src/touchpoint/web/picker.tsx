import { Combobox, ScrollArea, TextInput, useCombobox } from "@mantine/core";
import { Plus, Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { ChannelGlyph } from "./channel-glyph.tsx";
import { useLibrary, useLibraryEdit } from "./library.ts";
import { matches } from "./matches.ts";

interface TouchpointPickerProps {
  /** Ids not to offer, such as those already placed at the step. */
  exclude?: readonly string[];
  onPick: (touchpointId: string) => void;
}

const shown = 60;
const create = "create";

/** Search the library, or make what is not in it yet. Meant for a popover: it opens with the focus in its search field. */
export function TouchpointPicker({ exclude = [], onPick }: TouchpointPickerProps) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("library:edit");
  const { data: library } = useLibrary(workspaceId);
  const { addTouchpoint } = useLibraryEdit(workspaceId);
  const [typed, setTyped] = useState("");
  const combobox = useCombobox({ opened: true });
  const channels = new Map(library?.channels.map((channel) => [channel.id, channel]));
  const found = (library?.touchpoints ?? []).filter(
    ({ id, name, channelId }) =>
      !exclude.includes(id) && matches(`${name} ${channels.get(channelId ?? "")?.name ?? ""}`, typed),
  );
  const name = typed.trim();
  const isNew =
    name !== "" && !library?.touchpoints.some((touchpoint) => touchpoint.name.toLowerCase() === name.toLowerCase());
  const pick = (value: string) => {
    if (value !== create) return onPick(value);
    addTouchpoint.mutate(
      { name, channelId: null, teamId: null, initiator: "customer" },
      { onSuccess: ({ id }) => onPick(id) },
    );
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          aria-label={t("pick.search")}
          placeholder={t("pick.search")}
          leftSection={<Search size={14} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.EventsTarget>
      <ScrollArea.Autosize mt={6} mah={280} type="auto" viewportProps={{ tabIndex: 0 }}>
        <Combobox.Options aria-label={t("title")}>
          {found.slice(0, shown).map((touchpoint) => {
            const channel = channels.get(touchpoint.channelId ?? "");
            return (
              <Combobox.Option key={touchpoint.id} value={touchpoint.id}>
                {touchpoint.name}
                {channel !== undefined && (
                  <span className="soft">
                    {" "}
                    <ChannelGlyph kind={channel.kind} size={12} /> {channel.name}
                  </span>
                )}
              </Combobox.Option>
            );
          })}
          {mayEdit && isNew && (
            <Combobox.Option value={create}>
              <Plus size={13} aria-hidden /> {t("pick.create", { name })}
            </Combobox.Option>
          )}
          {found.length === 0 && !isNew && <Combobox.Empty>{t("none.touchpoints")}</Combobox.Empty>}
        </Combobox.Options>
      </ScrollArea.Autosize>
    </Combobox>
  );
}
