import { Input, NumberInput, SegmentedControl, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { cuts, orientations, paperNames } from "../../render/options.ts";
import { themes } from "../../render/palette.ts";
import { drawnLocales } from "../../render/words.ts";
import { type Choice, isData, paperOf } from "./choice.ts";
import classes from "./exports.module.css";

interface ExportOptionsProps {
  choice: Choice;
  onChange: (change: Partial<Choice>) => void;
}

/** The options that the chosen format has. */
export function ExportOptions({ choice, onChange }: ExportOptionsProps) {
  const { t } = useTranslation("exports");
  const { format } = choice;
  return (
    <fieldset className={classes["options"]}>
      <legend>{t("options")}</legend>
      <Option
        label={t("locale")}
        value={choice.locale}
        data={drawnLocales.map((value) => ({ value, label: t(`locale.${value}`) }))}
        onChange={(locale) => onChange({ locale })}
      />
      {!isData(format) && <LookOptions choice={choice} onChange={onChange} />}
    </fieldset>
  );
}

/** How the map is drawn. */
function LookOptions({ choice, onChange }: ExportOptionsProps) {
  const { t } = useTranslation("exports");
  const { format } = choice;
  return (
    <>
      <Option
        label={t("theme")}
        value={choice.theme}
        data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={(theme) => onChange({ theme })}
      />
      {format !== "pptx" && (
        <Option
          label={t("orientation")}
          value={choice.orientation}
          data={orientations.map((value) => ({ value, label: t(`orientation.${value}`) }))}
          onChange={(orientation) => onChange({ orientation })}
        />
      )}
      {format === "png" && (
        <Option
          label={t("scale")}
          value={scaleOf(choice.scale)}
          data={scales.map((value) => ({ value, label: t(`scale.${value}`) }))}
          onChange={(scale) => onChange({ scale: Number(scale) })}
        />
      )}
      {(format === "pdf" || format === "print") && <PaperOptions choice={choice} onChange={onChange} />}
      <Switch
        label={t("measures")}
        checked={choice.measures}
        onChange={(event) => onChange({ measures: event.currentTarget.checked })}
      />
    </>
  );
}

const scales = ["1", "2", "3"] as const;
const scaleOf = (scale: number) => scales.find((value) => Number(value) === scale) ?? "2";

function PaperOptions({ choice, onChange }: ExportOptionsProps) {
  const { t } = useTranslation("exports");
  const paper = paperOf(choice);
  const papers = paperNames.filter((name) => choice.format === "pdf" || name !== "fit");
  return (
    <>
      <Option
        label={t("cut")}
        value={choice.cut}
        data={cuts.map((value) => ({ value, label: t(`cut.${value}`) }))}
        onChange={(cut) => onChange({ cut })}
      />
      <Option
        label={t("paper")}
        value={paper}
        data={papers.map((value) => ({ value, label: t(`paper.${value}`) }))}
        onChange={(chosen) => onChange({ paper: chosen })}
      />
      {paper !== "fit" && choice.cut === "none" && (
        <NumberInput
          label={t("wide")}
          description={t("wideHelp")}
          min={1}
          max={12}
          allowDecimal={false}
          clampBehavior="strict"
          value={choice.wide}
          onChange={(wide) => typeof wide === "number" && wide >= 1 && onChange({ wide })}
        />
      )}
    </>
  );
}

interface OptionProps<Value extends string> {
  label: string;
  value: Value;
  data: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

function Option<Value extends string>({ label, value, data, onChange }: OptionProps<Value>) {
  return (
    <div>
      <Input.Label component="div">{label}</Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value}
        data={[...data]}
        onChange={(chosen) => {
          const found = data.find((entry) => entry.value === chosen);
          if (found !== undefined) onChange(found.value);
        }}
      />
    </div>
  );
}
