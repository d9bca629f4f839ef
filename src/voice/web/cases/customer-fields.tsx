import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "#ui/section.tsx";
import type { CaseSettings } from "../../cases/model.ts";

interface CustomerFieldsProps {
  settings: CaseSettings;
  readOnly: boolean;
  onChange: (part: Partial<CaseSettings>) => void;
}

const usualHours = 24;

/** What customers of cases are written: where their answers arrive, and whether they are asked if it is solved. */
export function CustomerFields({ settings, readOnly, onChange }: CustomerFieldsProps) {
  const { t } = useTranslation("cases");
  const { solvedAfterHours, repliesTo } = settings;
  return (
    <Section title={t("customers")} note={t("customersNote")}>
      <Checkbox
        label={t("asksSolved")}
        description={t("asksSolvedHelp")}
        disabled={readOnly}
        checked={solvedAfterHours !== null}
        onChange={({ currentTarget }) => onChange({ solvedAfterHours: currentTarget.checked ? usualHours : null })}
      />
      {solvedAfterHours !== null && (
        <NumberInput
          label={t("solvedAfter")}
          suffix={` ${t("hoursUnit")}`}
          min={0}
          max={720}
          allowDecimal={false}
          clampBehavior="strict"
          readOnly={readOnly}
          value={solvedAfterHours}
          onChange={(value) => typeof value === "number" && onChange({ solvedAfterHours: value })}
        />
      )}
      <TextInput
        type="email"
        label={t("repliesTo")}
        description={t("repliesToHelp")}
        maxLength={200}
        readOnly={readOnly}
        value={repliesTo ?? ""}
        onChange={({ currentTarget }) =>
          onChange({ repliesTo: currentTarget.value === "" ? null : currentTarget.value })
        }
      />
    </Section>
  );
}
