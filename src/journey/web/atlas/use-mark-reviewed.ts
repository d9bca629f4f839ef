import { useTranslation } from "react-i18next";
import { useErrorWords } from "#ui/error-state.tsx";
import { toast, toastError } from "#ui/toast.ts";
import type { JourneySummary } from "../../model.ts";
import { useJourneyChange } from "../use-journey-change.ts";

/** Somebody looked the whole map through today. */
export function useMarkReviewed(journey: Pick<JourneySummary, "id" | "workspaceId" | "name">) {
  const { t } = useTranslation("atlas");
  const words = useErrorWords();
  const change = useJourneyChange(journey, () => toast(t("markedReviewed", { name: journey.name })));
  return {
    mutate: () =>
      change.mutate({ reviewedAt: new Date().toISOString() }, { onError: (error) => toastError(words(error)) }),
  };
}
