import { Button, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { Copy } from "#ui/copy.tsx";

/** A secret that has just been made, and whose. */
export interface ShownSecret {
  name: string;
  secret: string;
}

/** A webhook's secret, shown this once. */
export function SecretDialog({ shown: { name, secret }, onClose }: { shown: ShownSecret; onClose: () => void }) {
  const { t } = useTranslation("alerts");
  return (
    <Dialog opened closeOnClickOutside={false} title={t("secretTitle", { name })} onClose={onClose}>
      <Stack gap="sm">
        <p>{t("secretText")}</p>
        <Copy value={secret} />
      </Stack>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t("secretKept")}</Button>
      </Group>
    </Dialog>
  );
}
