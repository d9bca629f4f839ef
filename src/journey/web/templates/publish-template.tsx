import { Switch, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { toast } from "#ui/toast.ts";
import { publishTemplate } from "../../api.ts";
import { templatesQuery } from "./offers.ts";
import { TemplateForm } from "./template-form.tsx";

interface PublishProps {
  journey: { id: string; workspaceId: string; name: string };
  onClose: () => void;
}

/** Makes a journey, as it is now, a template of the workspace. */
export function PublishTemplate({ journey, onClose }: PublishProps) {
  const { t } = useTranslation("templates");
  const queryClient = useQueryClient();
  const { id: journeyId, workspaceId } = journey;
  const [withCards, setWithCards] = useState(false);
  const publish = useMutation({
    mutationFn: (said: { name: string; summary: string }) =>
      call(publishTemplate, { params: { workspaceId }, body: { ...said, journeyId, withCards } }),
    onSuccess: async ({ name }) => {
      await queryClient.invalidateQueries(templatesQuery(workspaceId));
      toast(t("publishedDone", { name }));
      onClose();
    },
  });
  return (
    <TemplateForm
      title={t("publishTitle")}
      action={t("publish")}
      start={{ name: journey.name, summary: "" }}
      busy={publish.isPending}
      error={publish.error}
      onSay={publish.mutate}
      onClose={onClose}
    >
      <Switch
        label={t("publishCards")}
        description={t("publishCardsHint")}
        checked={withCards}
        onChange={(event) => setWithCards(event.currentTarget.checked)}
      />
      <Text size="sm" c="dimmed">
        {t("publishText")}
      </Text>
    </TemplateForm>
  );
}
