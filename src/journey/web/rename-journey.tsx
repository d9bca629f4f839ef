import { useTranslation } from "react-i18next";
import { NameDialog } from "#ui/name-dialog.tsx";
import type { JourneySummary } from "../model.ts";
import { useJourneyChange } from "./use-journey-change.ts";

export function RenameJourney({ journey, onClose }: { journey: JourneySummary; onClose: () => void }) {
  const { t } = useTranslation("journey");
  const rename = useJourneyChange(journey, onClose);
  return (
    <NameDialog
      title={t("renameTitle")}
      label={t("createName")}
      start={journey.name}
      busy={rename.isPending}
      error={rename.error}
      onName={(name) => rename.mutate({ name })}
      onClose={onClose}
    />
  );
}
