import { Button } from "@mantine/core";
import { ListChecks } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "#workspace/web/index.ts";
import { PlanDialog } from "./plan-dialog.tsx";

/** Opens the plans of what to ask along a journey, for whoever may put surveys. */
export function PlanButton({ journeyId }: { journeyId: string }) {
  const { t } = useTranslation("plans");
  const mayEdit = useMay("survey:edit");
  const [isOpen, setIsOpen] = useState(false);
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="default" leftSection={<ListChecks size={16} aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("title")}
      </Button>
      {isOpen && <PlanDialog journeyId={journeyId} onClose={() => setIsOpen(false)} />}
    </>
  );
}
