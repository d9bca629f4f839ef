import { FileInput } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { laterDialog } from "#ui/later.tsx";
import { toast } from "#ui/toast.ts";
import { useMay } from "#workspace/web/index.ts";
import type { JourneyAction } from "../journey-menu.tsx";
import { useScreen } from "../screen-context.ts";

const ImportDialog = laterDialog("replace", async () => (await import("./import-dialog.tsx")).ImportDialog);

/** Puts a file in place of the map that is open, for those who may edit. */
export function useReplaceAction(): { actions: JourneyAction[]; dialog: ReactNode } {
  const { t } = useTranslation("importing");
  const { journey } = useScreen();
  const mayEdit = useMay("journey:edit");
  const [isOpen, setIsOpen] = useState(false);
  if (!mayEdit) return { actions: [], dialog: null };
  const done = () => {
    setIsOpen(false);
    toast(t("replaced"));
  };
  return {
    actions: [
      {
        key: "replace",
        label: t("replaceAction"),
        icon: <FileInput size={15} aria-hidden />,
        onClick: () => setIsOpen(true),
      },
    ],
    dialog: isOpen && (
      <ImportDialog
        goal={{ workspaceId: journey.workspaceId, journeyId: journey.id }}
        onDone={done}
        onClose={() => setIsOpen(false)}
      />
    ),
  };
}
