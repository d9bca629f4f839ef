import { ChevronDown } from "lucide-react";
import classes from "./inline-select.module.css";

interface InlineSelectProps<Value extends string> {
  value: Value;
  label: string;
  options: readonly { value: Value; label: string }[];
  onSave: (value: Value) => void;
  readOnly?: boolean;
}

/** A choice in a table cell. The browser's own list: light enough for hundreds of rows, at home on a phone. */
export function InlineSelect<Value extends string>({
  value,
  label,
  options,
  onSave,
  readOnly = false,
}: InlineSelectProps<Value>) {
  if (readOnly)
    return <span className={classes["read"]}>{options.find((option) => option.value === value)?.label}</span>;
  return (
    <span className={classes["wrap"]}>
      <select
        className={classes["select"]}
        aria-label={label}
        value={value}
        onChange={(event) => onSave(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={12} aria-hidden />
    </span>
  );
}
