import { Checkbox, Input, SegmentedControl, Stack } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { limits } from "../../document.ts";
import { setFraming } from "../../edit.ts";
import { drivers, maturities, type Framing } from "../../model.ts";
import { LiveText } from "../live-text.tsx";
import { useMap } from "../map-context.ts";
import { Panel } from "../panel.tsx";
import { useMapView } from "../screen-context.ts";

const texts = ["objective", "scope", "outOfScope", "audience", "data", "listening", "team"] as const;

/** What is agreed before mapping, with a word on why each of it matters; written as one types, for everybody at once. */
export function FramingPanel() {
  const { t } = useTranslation("framing");
  const { editor } = useMap();
  const { framing } = useMapView();
  const readOnly = editor === null;
  const set = (change: Partial<Framing>) => void editor?.change((doc) => setFraming(doc, change));
  return (
    <Panel title={t("title")}>
      <Stack gap="md">
        <p className="soft">{t(readOnly ? "readOnly" : "intro")}</p>
        {texts.map((field) => (
          <LiveText
            key={field}
            label={t(field)}
            hint={t(`${field}Hint`)}
            value={framing[field]}
            maxLength={limits.text}
            readOnly={readOnly}
            onType={(text) => set({ [field]: text })}
          />
        ))}
        <Checkbox.Group
          label={t("drivers")}
          description={t("driversHint")}
          readOnly={readOnly}
          value={framing.drivers}
          onChange={(chosen) => set({ drivers: drivers.filter((driver) => chosen.includes(driver)) })}
        >
          <Stack gap="xs" mt="xs">
            {drivers.map((driver) => (
              <Checkbox key={driver} value={driver} label={t(`driver.${driver}`)} disabled={readOnly} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MaturityField value={framing.maturity} readOnly={readOnly} onChange={(maturity) => set({ maturity })} />
      </Stack>
    </Panel>
  );
}

interface MaturityFieldProps {
  value: Framing["maturity"];
  readOnly: boolean;
  onChange: (maturity: Framing["maturity"]) => void;
}

function MaturityField({ value, readOnly, onChange }: MaturityFieldProps) {
  const { t } = useTranslation("framing");
  const id = useId();
  return (
    <div>
      <Input.Label id={id}>{t("maturity")}</Input.Label>
      <Input.Description mb={4}>{t("maturityHint")}</Input.Description>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        readOnly={readOnly}
        data={["none" as const, ...maturities].map((each) => ({ value: each, label: t(`maturity.${each}`) }))}
        value={value ?? "none"}
        onChange={(next) => onChange(next === "none" ? null : next)}
      />
    </div>
  );
}
