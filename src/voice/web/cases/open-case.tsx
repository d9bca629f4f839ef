import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { FolderPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { NewCase } from "./new-case.tsx";

/** Opens a case of an answer, or leads to the one that somebody opened already. */
export function OpenCase({ responseId, comment }: { responseId: string; comment: string }) {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const navigate = useNavigate();
  const [isOpening, setIsOpening] = useState(false);
  if (!useMay("case:work")) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<FolderPlus size={13} aria-hidden />}
        onClick={() => setIsOpening(true)}
      >
        {t("openFromComment")}
      </Button>
      {isOpening && (
        <NewCase
          answer={{ responseId, comment }}
          onClose={() => setIsOpening(false)}
          onOpened={(id) =>
            void navigate({ to: "/w/$workspaceId/voice/cases", params: { workspaceId }, search: { case: id } })
          }
        />
      )}
    </>
  );
}
