import { Button, Group, Modal, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Copy } from "#ui/copy.tsx";

/** A secret that has just been made, and whose. */
export interface ShownSecret {
  name: string;
  secret: string;
}

/** A webhook's secret, shown this once. */
export function SecretDialog({ shown: { name, secret }, onClose }: { shown: ShownSecret; onClose: () => void }) {
  const { t } = useTranslation("alerts");
  const { t: ui } = useTranslation("ui");
  return (
    <Modal
      opened
      closeOnClickOutside={false}
      title={t("secretTitle", { name })}
      closeButtonProps={{ "aria-label": ui("close") }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <p>{t("secretText")}</p>
        <Copy value={secret} />
      </Stack>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t("secretKept")}</Button>
      </Group>
    </Modal>
  );
}
