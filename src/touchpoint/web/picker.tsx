import { Combobox, ScrollArea, TextInput, useCombobox } from "@mantine/core";
import { Plus, Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { ChannelGlyph } from "./channel-glyph.tsx";
import { useLibrary, useLibraryEdit } from "./library.ts";
import { likeliestFirst, matches } from "./matches.ts";
import classes from "./picker.module.css";

interface TouchpointPickerProps {
  /** Ids not to offer, such as those already placed at the step. */
  exclude?: readonly string[];
  onPick: (touchpointId: string) => void;
}

const shown = 60;
/** Before the id of the channel that a touchpoint is made on. */
const create = "create:";

/** Search the library, or make what is not in it yet. Meant for a popover: it opens with the focus in its search field. */
export function TouchpointPicker({ exclude = [], onPick }: TouchpointPickerProps) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("library:edit");
  const { data: library } = useLibrary(workspaceId);
  const { addTouchpoint } = useLibraryEdit(workspaceId);
  const [typed, setTyped] = useState("");
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption, resetSelectedOption } = combobox;
  // Enter takes the likeliest of what is found, or makes it.
  useEffect(() => {
    if (typed.trim() === "") resetSelectedOption();
    else selectFirstOption();
  }, [typed, selectFirstOption, resetSelectedOption]);
  const channels = new Map(library?.channels.map((channel) => [channel.id, channel]));
  const found = (library?.touchpoints ?? []).filter(
    ({ id, name, channelId }) =>
      !exclude.includes(id) && matches(`${name} ${channels.get(channelId ?? "")?.name ?? ""}`, typed),
  );
  const name = typed.trim();
  const isNew =
    name !== "" && !library?.touchpoints.some((touchpoint) => touchpoint.name.toLowerCase() === name.toLowerCase());
  const pick = (value: string) => {
    if (!value.startsWith(create)) return onPick(value);
    const channelId = value.slice(create.length) || null;
    addTouchpoint.mutate(
      { name, channelId, teamId: null, initiator: "customer" },
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
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <ScrollArea className={classes["list"] ?? ""} type="auto" viewportProps={{ tabIndex: 0 }}>
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
            <Combobox.Group label={t("pick.create", { name })}>
              {likeliestFirst(library?.channels ?? [], name).map((channel) => (
                <Combobox.Option key={channel.id} value={create + channel.id}>
                  <ChannelGlyph kind={channel.kind} size={13} /> {channel.name}
                </Combobox.Option>
              ))}
              <Combobox.Option value={create}>
                <Plus size={13} aria-hidden /> {t("noChannel")}
              </Combobox.Option>
            </Combobox.Group>
          )}
          {found.length === 0 && !isNew && <Combobox.Empty>{t("none.touchpoints")}</Combobox.Empty>}
        </Combobox.Options>
      </ScrollArea>
    </Combobox>
  );
}
