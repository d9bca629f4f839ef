import { ActionIcon, Menu } from "@mantine/core";
import { ClipboardList, Ellipsis, Rows3 } from "lucide-react";
import { Fragment, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useJourneyActions } from "./atlas/use-journey-actions.tsx";
import { useTalkActions } from "./comments/use-talk-actions.tsx";
import { useExportAction } from "./exports/use-export-action.tsx";
import { useReplaceAction } from "./importing/use-replace-action.tsx";
import { useLockAction } from "./lock-chip.tsx";
import { useOrientation } from "./orientation/use-orientation.ts";
import { useCommands } from "./palette/commands.ts";
import { useVersionActions } from "./versions/use-version-actions.tsx";
import { type Screen, useScreen } from "./screen-context.ts";

/** What the map says and looks like; what it was and is to become; who answers for it, and its copies; its files. */
const sections = [
  ["framing", "comments", "votes", "orientation", "lock"],
  ["versions", "compare", "target"],
  ["sheet", "reviewed", "duplicate", "copyLane", "publish"],
  ["export", "replace"],
] as const;

/** An entry of the journey's menu. */
export interface JourneyAction {
  key: (typeof sections)[number][number];
  label: string;
  icon?: ReactNode;
  onClick: (screen: Screen) => void;
}

/** What can be done with the whole journey; `dialogs` are drawn beside the menu, so that they outlive it. */
export function JourneyMenu() {
  const { t } = useTranslation("journey");
  const screen = useScreen();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** The button opens what its menu opens, and so gets the focus back from it. */
  const run = (action: JourneyAction["onClick"]) => {
    button.current?.focus();
    action(screen);
  };
  const { orientation, turn } = useOrientation();
  const atlas = useJourneyActions();
  const files = useExportAction();
  const replacing = useReplaceAction();
  const actions: JourneyAction[] = [
    {
      key: "framing",
      label: t("framing"),
      icon: <ClipboardList size={15} aria-hidden />,
      onClick: ({ show }) => show({ panel: "framing", item: undefined, touchpoint: undefined }),
    },
    {
      key: "orientation",
      label: t(orientation === "rows" ? "stepsAsColumns" : "stepsAsRows"),
      icon: <Rows3 size={15} aria-hidden />,
      onClick: turn,
    },
    ...useTalkActions(),
    ...useLockAction(),
    ...useVersionActions(),
    ...atlas.actions,
    ...files.actions,
    ...replacing.actions,
  ];
  useCommands(() =>
    actions.map(({ key, label, icon, onClick }) => ({
      id: `action.${key}`,
      group: "journey",
      label,
      icon,
      run: () => onClick(screen),
    })),
  );
  if (actions.length === 0) return null;
  const shown = sections
    .map((keys) => keys.flatMap((key) => actions.find((action) => action.key === key) ?? []))
    .filter((section) => section.length > 0);
  return (
    <>
      <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon ref={button} variant="default" size="lg" aria-label={t("journeyMenu")}>
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {shown.map((section, at) => (
            <Fragment key={section[0]?.key}>
              {at > 0 && <Menu.Divider />}
              {section.map(({ key, label, icon, onClick }) => (
                <Menu.Item key={key} leftSection={icon} onClick={() => run(onClick)}>
                  {label}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
      {atlas.dialog}
      {files.dialog}
      {replacing.dialog}
    </>
  );
}
