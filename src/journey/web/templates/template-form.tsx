import { Textarea, TextInput } from "@mantine/core";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";

interface FormProps extends Omit<ComponentProps<typeof FormDialog>, "children" | "onSubmit"> {
  start: { name: string; summary: string };
  onSay: (said: { name: string; summary: string }) => void;
  children?: ReactNode;
}

/** What is said of a template. */
export function TemplateForm({ start, onSay, children, ...dialog }: FormProps) {
  const { t } = useTranslation("templates");
  const [name, setName] = useState(start.name);
  const [summary, setSummary] = useState(start.summary);
  return (
    <FormDialog
      {...dialog}
      onSubmit={() => name.trim() !== "" && onSay({ name: name.trim(), summary: summary.trim() })}
    >
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
    </FormDialog>
  );
}
