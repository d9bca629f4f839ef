import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { deleteJourney } from "../../api.ts";
import type { JourneySummary } from "../../model.ts";
import { journeysQuery } from "../queries.ts";

interface DeleteProps {
  journey: JourneySummary;
  shown: string;
  onClose: () => void;
}

export function DeleteJourney({ journey, shown, onClose }: DeleteProps) {
  const { t } = useTranslation("journey");
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(deleteJourney, { params: { journeyId: journey.id } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(journeysQuery(journey.workspaceId));
      onClose();
    },
  });
  return (
    <Confirm
      opened
      title={t("deleteTitle", { name: shown })}
      action={t("deleteJourney")}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {t("deleteText")}
    </Confirm>
  );
}
