import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { type TemplateSummary, updateTemplate } from "../../api.ts";
import { templatesQuery } from "./offers.ts";
import { TemplateForm } from "./template-form.tsx";

interface EditProps {
  workspaceId: string;
  template: TemplateSummary;
  onClose: () => void;
}

export function EditTemplate({ workspaceId, template, onClose }: EditProps) {
  const { t } = useTranslation("templates");
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (body: { name: string; summary: string }) =>
      call(updateTemplate, { params: { workspaceId, templateId: template.id }, body }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(templatesQuery(workspaceId));
      onClose();
    },
  });
  return (
    <TemplateForm
      title={t("editTitle")}
      start={template}
      busy={save.isPending}
      error={save.error}
      onSay={save.mutate}
      onClose={onClose}
    />
  );
}
