import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "./error-state.tsx";
import { Dialog } from "./dialog.tsx";

interface ConfirmProps {
  opened: boolean;
  title: string;
  /** What will happen and what cannot be undone. */
  children: ReactNode;
  /** The deed itself as a verb, never « OK ». */
  action: string;
  busy?: boolean;
  error?: unknown;
  /** Absent when it turned out to be impossible: there is only a way back then. */
  onConfirm?: (() => void) | undefined;
  onClose: () => void;
}

/** Asks before something that cannot be undone; a failure is said in the same window. */
export function Confirm({ opened, title, children, action, busy = false, error, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation("ui");
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Text size="sm" component="div" mb="md">
        {children}
      </Text>
      <ErrorNote error={error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t(onConfirm === undefined ? "close" : "cancel")}
        </Button>
        {onConfirm !== undefined && (
          <Button color="red" loading={busy} onClick={onConfirm}>
            {action}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}
