import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";

interface FormProps {
  title: string;
  action: string;
  start: { name: string; summary: string };
  busy: boolean;
  error: unknown;
  onSubmit: (said: { name: string; summary: string }) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** What is said of a template. */
export function TemplateForm({ title, action, start, busy, error, onSubmit, onClose, children }: FormProps) {
  const { t } = useTranslation("templates");
  const { t: ui } = useTranslation("ui");
  const [name, setName] = useState(start.name);
  const [summary, setSummary] = useState(start.summary);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": ui("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") onSubmit({ name: name.trim(), summary: summary.trim() });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t("name")}
            value={name}
            maxLength={200}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t("summary")}
            value={summary}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setSummary(event.currentTarget.value)}
          />
          {children}
          <ErrorNote error={error} />
        </Stack>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
