import { Button, Menu, ScrollArea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Card } from "../../model.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import { checkOpen, moveAll } from "./deeds.ts";
import { nothing, openLanes } from "./selection.ts";

/** Brings cards to one step, each in its lane, or to one lane, each at its step. */
export function MoveMenu({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation("selection");
  const { t: journey } = useTranslation("journey");
  const { editor, selection, view } = useMap();
  const map = useStore(view);
  const laneName = useLaneName();
  if (map === null || editor === null) return null;
  const move = (to: { stepId?: string; laneId?: string }) => {
    const isDone = editor.change((doc) => {
      checkOpen(map, cards);
      moveAll(
        doc,
        cards.map(({ id, laneId, stepId }) => ({ id, laneId, stepId, ...to })),
      );
    });
    if (isDone) selection.set({ ...nothing, refs: selection.get().refs });
  };
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm">
          {t("move")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320} type="auto">
          <Menu.Label>{t("toStep")}</Menu.Label>
          {map.steps.map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => move({ stepId: id })}>
              {name === "" ? journey("stepPlaceholder") : name}
            </Menu.Item>
          ))}
          <Menu.Label>{t("toLane")}</Menu.Label>
          {openLanes(map).map((lane) => (
            <Menu.Item key={lane.id} disabled={lane.isLocked} onClick={() => move({ laneId: lane.id })}>
              {laneName(lane)}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
