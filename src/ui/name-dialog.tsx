import { TextInput } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { FormDialog } from "./form-dialog.tsx";

interface NameDialogProps extends Omit<ComponentProps<typeof FormDialog>, "children" | "onSubmit"> {
  label: string;
  hint?: string;
  /** What the field says at first. */
  start: string;
  /** The name without space around it; never empty. */
  onName: (name: string) => void;
}

/** Asks for the name of a thing. */
export function NameDialog({ label, hint, start, onName, ...dialog }: NameDialogProps) {
  const [name, setName] = useState(start);
  return (
    <FormDialog {...dialog} onSubmit={() => name.trim() !== "" && onName(name.trim())}>
      <TextInput
        label={label}
        description={hint}
        value={name}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
