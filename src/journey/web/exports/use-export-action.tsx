import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { laterDialog } from "#ui/later.tsx";
import type { JourneyAction } from "../journey-menu.tsx";

const ExportDialog = laterDialog("export", async () => (await import("./export-dialog.tsx")).ExportDialog);

/** Whoever reads a map may take it away. */
export function useExportAction(): { actions: JourneyAction[]; dialog: ReactNode } {
  const { t } = useTranslation("exports");
  const [isOpen, setIsOpen] = useState(false);
  return {
    actions: [
      { key: "export", label: t("action"), icon: <Download size={15} aria-hidden />, onClick: () => setIsOpen(true) },
    ],
    dialog: isOpen && <ExportDialog onClose={() => setIsOpen(false)} />,
  };
}
