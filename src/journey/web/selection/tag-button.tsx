import { Autocomplete, Button, Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Card } from "../../model.ts";
import { useMap } from "../map-context.ts";
import { checkOpen, tagAll } from "./deeds.ts";
import { cardsOf } from "./selection.ts";

/** Gives cards a tag, or takes it off when they all have it; proposes the tags of the map. */
export function TagButton({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation("selection");
  const { editor, view } = useMap();
  const [isOpen, setIsOpen] = useState(false);
  const [tag, setTag] = useState("");
  const map = view.get();
  const known = isOpen && map !== null ? [...new Set(cardsOf(map).flatMap(({ tags }) => tags))].toSorted() : [];
  const apply = () => {
    if (map === null || tag.trim() === "") return;
    editor?.change((doc) => {
      checkOpen(map, cards);
      tagAll(doc, cards, tag.trim());
    });
    setTag("");
    setIsOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsOpen(!isOpen)}>
          {t("tag")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          style={{ display: "flex", gap: 8, alignItems: "end" }}
          onSubmit={(event) => {
            event.preventDefault();
            apply();
          }}
        >
          <Autocomplete
            label={t("tagName")}
            description={t("tagHint")}
            data={known}
            value={tag}
            maxLength={60}
            comboboxProps={{ withinPortal: false }}
            onChange={setTag}
            data-autofocus
          />
          <Button type="submit">{t("tagDone")}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
