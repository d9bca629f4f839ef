import { Menu, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NewWorkspace } from "./new-workspace.tsx";
import { useSession, useWorkspace } from "./session.ts";
import classes from "./workspace-switch.module.css";

/** The workspace one is in, and the way to another. */
export function WorkspaceSwitch() {
  const { t } = useTranslation("workspace");
  const { workspaces } = useSession();
  const here = useWorkspace();
  const [creating, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={260} withinPortal={false}>
        <Menu.Target>
          <button type="button" className={classes["switch"]}>
            <span className={classes["initial"]} aria-hidden>
              {here.name.slice(0, 1).toUpperCase()}
            </span>
            <VisuallyHidden>{t("changeWorkspace")}</VisuallyHidden>
            <span className={classes["name"]}>{here.name}</span>
            <ChevronsUpDown size={13} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("workspaces")}</Menu.Label>
          {workspaces.map(({ id, name, isDemo }) => (
            <Menu.Item
              key={id}
              component={Link}
              to={`/w/${id}/journeys`}
              rightSection={
                id === here.id ? (
                  <Check size={14} aria-hidden />
                ) : isDemo ? (
                  <span className="soft">{t("demo")}</span>
                ) : null
              }
              {...(id === here.id ? { "aria-current": true as const } : {})}
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Plus size={14} aria-hidden />} onClick={open}>
            {t("newWorkspace")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NewWorkspace opened={creating} onClose={close} />
    </>
  );
}
