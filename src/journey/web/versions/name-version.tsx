import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import type { Version } from "../../api/versions.ts";
import { useVersionDeeds } from "./queries.ts";

/** Gives a version a name, with which it stays for good. */
export function NameVersion({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation("versions");
  const { t: ui } = useTranslation("ui");
  const [name, setName] = useState(version.name);
  const { rename } = useVersionDeeds();
  return (
    <Modal opened onClose={onClose} title={t("renameTitle")} closeButtonProps={{ "aria-label": ui("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") rename.mutate({ id: version.id, name: name.trim() }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label={t("renameField")}
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
