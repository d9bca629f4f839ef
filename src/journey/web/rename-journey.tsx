import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import type { JourneySummary } from "../model.ts";
import { useJourneyChange } from "./use-journey-change.ts";

export function RenameJourney({ journey, onClose }: { journey: JourneySummary; onClose: () => void }) {
  const { t } = useTranslation("journey");
  const { t: ui } = useTranslation("ui");
  const [name, setName] = useState(journey.name);
  const rename = useJourneyChange(journey, onClose);
  return (
    <Modal opened onClose={onClose} title={t("renameTitle")} closeButtonProps={{ "aria-label": ui("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") rename.mutate({ name: name.trim() });
        }}
      >
        <TextInput
          label={t("createName")}
          value={name}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ErrorNote error={rename.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button type="submit" loading={rename.isPending}>
            {ui("save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
