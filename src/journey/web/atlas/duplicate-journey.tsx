import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { duplicateJourney } from "../../api.ts";
import { journeysQuery } from "../queries.ts";

interface DuplicateProps {
  journey: { id: string; workspaceId: string; name: string };
  onClose: () => void;
}

/** Makes a second journey that says the same. */
export function DuplicateJourney({ journey, onClose }: DuplicateProps) {
  const { t } = useTranslation("atlas");
  const { t: ui } = useTranslation("ui");
  const [name, setName] = useState(t("duplicateName", { name: journey.name }));
  const queryClient = useQueryClient();
  const duplicate = useMutation({
    mutationFn: () => call(duplicateJourney, { params: { journeyId: journey.id }, body: { name: name.trim() } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(journeysQuery(journey.workspaceId));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("duplicateTitle")} closeButtonProps={{ "aria-label": ui("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") duplicate.mutate();
        }}
      >
        <TextInput
          label={t("column.name")}
          description={t("duplicateHint")}
          value={name}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ErrorNote error={duplicate.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button type="submit" loading={duplicate.isPending}>
            {t("duplicate")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
