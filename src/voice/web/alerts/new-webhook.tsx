import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { createWebhook } from "../../api/alerts.ts";
import type { ShownSecret } from "./secret-dialog.tsx";
import { webhooksQuery } from "./webhook-queries.ts";

interface NewWebhookProps {
  onMade: (made: ShownSecret) => void;
  onClose: () => void;
}

/** Another program that is to be told of alerts. */
export function NewWebhook({ onMade, onClose }: NewWebhookProps) {
  const { t } = useTranslation("alerts");
  const { id: workspaceId } = useWorkspace();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const make = useMutation({
    mutationFn: () => call(createWebhook, { params: { workspaceId }, body: { name, url } }),
    onSuccess: async ({ secret }) => {
      onMade({ name, secret });
      await queryClient.invalidateQueries(webhooksQuery(workspaceId));
    },
  });
  return (
    <FormDialog
      title={t("newWebhook")}
      busy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("name")}
        required
        maxLength={120}
        data-autofocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        label={t("url")}
        type="url"
        required
        placeholder="https://"
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
      />
    </FormDialog>
  );
}
