import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { NameDialog } from "#ui/name-dialog.tsx";
import { duplicateJourney } from "../../api.ts";
import { journeysQuery } from "../queries.ts";

interface DuplicateProps {
  journey: { id: string; workspaceId: string; name: string };
  onClose: () => void;
}

/** Makes a second journey that says the same. */
export function DuplicateJourney({ journey, onClose }: DuplicateProps) {
  const { t } = useTranslation("atlas");
  const queryClient = useQueryClient();
  const duplicate = useMutation({
    mutationFn: (name: string) => call(duplicateJourney, { params: { journeyId: journey.id }, body: { name } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(journeysQuery(journey.workspaceId));
      onClose();
    },
  });
  return (
    <NameDialog
      title={t("duplicateTitle")}
      label={t("column.name")}
      hint={t("duplicateHint")}
      start={t("duplicateName", { name: journey.name })}
      action={t("duplicate")}
      busy={duplicate.isPending}
      error={duplicate.error}
      onName={duplicate.mutate}
      onClose={onClose}
    />
  );
}
