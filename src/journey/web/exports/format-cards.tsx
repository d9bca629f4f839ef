import { Radio } from "@mantine/core";
import { Braces, FileText, Image, PenTool, Presentation, Printer, Sheet, Table } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dataFormats, drawnFormats, type Format } from "./choice.ts";
import classes from "./exports.module.css";

const icons = {
  pdf: FileText,
  pptx: Presentation,
  png: Image,
  svg: PenTool,
  print: Printer,
  xlsx: Sheet,
  csv: Table,
  json: Braces,
} as const;

/** The pictures of the map, each with what it is good for, and under them the files of its data. */
export function FormatCards({ value, onChange }: { value: Format; onChange: (format: Format) => void }) {
  const { t } = useTranslation("exports");
  const choose = (chosen: string) => {
    const format = [...drawnFormats, ...dataFormats].find((known) => known === chosen);
    if (format !== undefined) onChange(format);
  };
  return (
    <Radio.Group value={value} onChange={choose} label={t("format")}>
      <div className={classes["formats"]}>
        {drawnFormats.map((format) => (
          <FormatCard key={format} format={format} what={t(`what.${format}`)} />
        ))}
      </div>
      <div className={classes["formats"]} data-small>
        {dataFormats.map((format) => (
          <FormatCard key={format} format={format} />
        ))}
      </div>
    </Radio.Group>
  );
}

function FormatCard({ format, what }: { format: Format; what?: string }) {
  const { t } = useTranslation("exports");
  const Icon = icons[format];
  return (
    <Radio.Card value={format} className={classes["format"] ?? ""}>
      <Icon size={18} aria-hidden />
      <span className={classes["formatName"]}>{t(`format.${format}`)}</span>
      {what !== undefined && <span className={classes["formatWhat"]}>{what}</span>}
    </Radio.Card>
  );
}
