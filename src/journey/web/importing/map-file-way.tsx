import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportDialog } from "./import-dialog.tsx";

/** A journey that is a map already somewhere else. */
export function MapFileWay({ workspaceId }: { workspaceId: string }) {
  const { t } = useTranslation("importing");
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <h2>{t("wayTitle")}</h2>
      <p>{t("wayText")}</p>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {t("wayOpen")}
      </Button>
      {isOpen && (
        <ImportDialog
          goal={{ workspaceId }}
          onDone={({ id }) =>
            void navigate({ to: "/w/$workspaceId/journeys/$journeyId", params: { workspaceId, journeyId: id } })
          }
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
