import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorNote } from "./error-state.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { Dialog } from "./dialog.tsx";

interface FormDialogProps {
  title: string;
  /** How wide it is, as CSS has it. */
  size?: string;
  children: ReactNode;
  /** What is done with the form, as a verb; « Save » unless told. */
  action?: string;
  busy: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
}

/** A form in a window of its own; a failure is said in the same window. */
export function FormDialog({ title, size, children, action, busy, error, onSubmit, onClose }: FormDialogProps) {
  return (
    <Dialog opened onClose={onClose} title={title} {...(size !== undefined && { size })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap="sm">
          {children}
          <ErrorNote error={error} />
        </Stack>
        <Group justify="flex-end" mt="md">
          <FormButtons action={action} busy={busy} onCancel={onClose} />
        </Group>
      </form>
    </Dialog>
  );
}
