import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AddLaneDialog } from "./lanes/add-lane-dialog.tsx";
import { useMap } from "./map-context.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** Everything that can be put on a map, from one button. */
export function AddMenu() {
  const { t } = useTranslation("journey");
  const { editor, edit, placing, view } = useMap();
  const [isAddingLane, { open: openLanes, close: closeLanes }] = useDisclosure(false);
  const stages = useStore(view, (current) => current?.stages) ?? [];
  const lastStage = stages.at(-1);
  const lastStep = stages.findLast((stage) => stage.steps.length > 0)?.steps.at(-1);
  if (editor === null) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            aria-label={t("add")}
            className={classes["add"] ?? ""}
          >
            {t("add")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => edit(editor.addStage(""))}>{t("addStage")}</Menu.Item>
          <Menu.Item
            disabled={lastStage === undefined}
            onClick={() => lastStage !== undefined && edit(editor.addStep(lastStage.id))}
          >
            {t("addStep")}
          </Menu.Item>
          <Menu.Item
            disabled={lastStep === undefined}
            onClick={() => lastStep !== undefined && placing.set(lastStep.id)}
          >
            {t("addTouchpoint")}
          </Menu.Item>
          <Menu.Item onClick={openLanes}>{t("addLane")}…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <AddLaneDialog opened={isAddingLane} onClose={closeLanes} />
    </>
  );
}
