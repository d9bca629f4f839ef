import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { deleteTemplate, type TemplateSummary } from "../../api.ts";
import { templatesQuery } from "./offers.ts";

interface DeleteProps {
  workspaceId: string;
  template: TemplateSummary;
  onClose: () => void;
}

export function DeleteTemplate({ workspaceId, template, onClose }: DeleteProps) {
  const { t } = useTranslation("templates");
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(deleteTemplate, { params: { workspaceId, templateId: template.id } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(templatesQuery(workspaceId));
      onClose();
    },
  });
  return (
    <Confirm
      opened
      title={t("deleteTitle", { name: template.name })}
      action={t("deleteTemplate")}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {t("deleteText")}
    </Confirm>
  );
}
