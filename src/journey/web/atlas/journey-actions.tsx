import { ActionIcon, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { BookCopy, CheckCheck, Copy, Ellipsis, Pencil, SlidersHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JourneySummary } from "../../model.ts";
import { RenameJourney } from "../rename-journey.tsx";
import { PublishTemplate } from "../templates/publish-template.tsx";
import classes from "./atlas.module.css";
import { DeleteJourney } from "./delete-journey.tsx";
import { DuplicateJourney } from "./duplicate-journey.tsx";
import { JourneySheet } from "./journey-sheet.tsx";
import { useMarkReviewed } from "./use-mark-reviewed.ts";

type Dialog = "rename" | "sheet" | "duplicate" | "publish" | "delete";

/** What can be done to a journey from the list. */
export function JourneyActions({ journey, shown }: { journey: JourneySummary; shown: string }) {
  const { t } = useTranslation("atlas");
  const [asking, setAsking] = useState<Dialog | null>(null);
  const markReviewed = useMarkReviewed(journey);
  const queryClient = useQueryClient();
  const close = () => {
    setAsking(null);
    void queryClient.invalidateQueries({ queryKey: ["measures", "rollUps", journey.workspaceId] });
  };
  const icon = { size: 14, "aria-hidden": true } as const;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes["actions"] ?? ""}
            aria-label={t("actionsOf", { name: shown })}
          >
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil {...icon} />} onClick={() => setAsking("rename")}>
            {t("rename")}
          </Menu.Item>
          <Menu.Item leftSection={<SlidersHorizontal {...icon} />} onClick={() => setAsking("sheet")}>
            {t("properties")}
          </Menu.Item>
          <Menu.Item leftSection={<CheckCheck {...icon} />} onClick={() => markReviewed.mutate()}>
            {t("markReviewed")}
          </Menu.Item>
          <Menu.Item leftSection={<Copy {...icon} />} onClick={() => setAsking("duplicate")}>
            {t("duplicate")}
          </Menu.Item>
          <Menu.Item leftSection={<BookCopy {...icon} />} onClick={() => setAsking("publish")}>
            {t("publish")}
          </Menu.Item>
          <Menu.Item leftSection={<Trash2 {...icon} />} color="red" onClick={() => setAsking("delete")}>
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === "rename" && <RenameJourney journey={journey} onClose={close} />}
      {asking === "sheet" && <JourneySheet journey={journey} onClose={close} />}
      {asking === "duplicate" && <DuplicateJourney journey={journey} onClose={close} />}
      {asking === "publish" && <PublishTemplate journey={journey} onClose={close} />}
      {asking === "delete" && <DeleteJourney journey={journey} shown={shown} onClose={close} />}
    </>
  );
}
