import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import type { ComponentProps } from "react";

interface SearchFieldProps extends Omit<ComponentProps<typeof TextInput>, "value" | "onChange"> {
  /** Names the field, and stands in it while it is empty. */
  label: string;
  value: string;
  onChange: (typed: string) => void;
}

export function SearchField({ label, onChange, ...field }: SearchFieldProps) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Search size={14} aria-hidden />}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...field}
    />
  );
}
