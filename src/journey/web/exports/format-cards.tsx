import { Radio } from "@mantine/core";
import { FileText, Image, PenTool, Presentation, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Format, formats } from "./choice.ts";
import classes from "./exports.module.css";

const icons = { pdf: FileText, pptx: Presentation, png: Image, svg: PenTool, print: Printer } as const;

export function FormatCards({ value, onChange }: { value: Format; onChange: (format: Format) => void }) {
  const { t } = useTranslation("exports");
  const choose = (chosen: string) => {
    const format = formats.find((known) => known === chosen);
    if (format !== undefined) onChange(format);
  };
  return (
    <Radio.Group value={value} onChange={choose} label={t("format")}>
      <div className={classes["formats"]}>
        {formats.map((format) => {
          const Icon = icons[format];
          return (
            <Radio.Card key={format} value={format} className={classes["format"] ?? ""}>
              <Icon size={18} aria-hidden />
              <span className={classes["formatName"]}>{t(`format.${format}`)}</span>
              <span className={classes["formatWhat"]}>{t(`what.${format}`)}</span>
            </Radio.Card>
          );
        })}
      </div>
    </Radio.Group>
  );
}
