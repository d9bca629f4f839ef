import { Input, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";

const levels = ["1", "2", "3", "4", "5"];

interface LevelFieldProps {
  label: string;
  hint: string;
  value: number | null;
  readOnly: boolean;
  onChange: (level: number | null) => void;
}

/** One to five, or not said. */
export function LevelField({ label, hint, value, readOnly, onChange }: LevelFieldProps) {
  const { t } = useTranslation("card");
  const id = useId();
  return (
    <div>
      <Input.Label id={id}>{label}</Input.Label>
      <Input.Description mb={4}>{hint}</Input.Description>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        readOnly={readOnly}
        data={[{ value: "", label: t("unsaid") }, ...levels.map((level) => ({ value: level, label: level }))]}
        value={value === null ? "" : String(value)}
        onChange={(next) => onChange(next === "" ? null : Number(next))}
      />
    </div>
  );
}
