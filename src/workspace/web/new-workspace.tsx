import { Button, Group, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { createWorkspace } from "../api.ts";
import type { Locale } from "../model.ts";
import { sessionQuery } from "./session.ts";

/** Asks only for a name; language and time zone are the browser's and can be changed in the settings. */
export function NewWorkspace({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation("workspace");
  const [name, setName] = useState("");
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: () =>
      call(createWorkspace, {
        body: { name, locale: i18n.language as Locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      }),
    onSuccess: async ({ id }) => {
      await queryClient.refetchQueries(sessionQuery);
      onClose();
      await navigate({ to: "/w/$workspaceId/journeys", params: { workspaceId: id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t("newWorkspaceTitle")}>
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          required
          maxLength={80}
          label={t("workspaceName")}
          description={t("newWorkspaceHelp")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          mb="md"
        />
        <ErrorNote error={create.error} />
        <Group justify="flex-end" mt="md">
          <Button type="submit" loading={create.isPending}>
            {t("create")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
