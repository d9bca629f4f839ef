import { Button, Group } from "@mantine/core";
import { Download, Printer } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { useScreen } from "../screen-context.ts";
import { addressOf, type Choice, isData, previewsOf, sheetsFor } from "./choice.ts";
import { ExportOptions } from "./export-options.tsx";
import classes from "./exports.module.css";
import { FormatCards } from "./format-cards.tsx";
import { Preview } from "./preview.tsx";
import { printSheets } from "./print-sheets.ts";
import { useMapInput } from "./use-map-input.ts";

/** Chooses how the map leaves: its format on cards, its options, and what it will look like. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation("exports");
  const { journey, measureView } = useScreen();
  const [choice, setChoice] = useState<Choice>({
    format: "pdf",
    locale: i18n.language === "fr" ? "fr" : "en",
    theme: "light",
    orientation: "columns",
    measures: true,
    paper: "fit",
    cut: "none",
    wide: 2,
    scale: 2,
  });
  const { input, error } = useMapInput(choice.measures);
  // Drawing takes a moment: the options answer at once all the same.
  const shown = useDeferredValue(choice);
  const previews = useMemo(() => (input === null ? null : previewsOf(input, shown)), [input, shown]);
  const address = addressOf(journey.id, choice, measureView ?? {});
  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part });
  const print = () => input !== null && printSheets(sheetsFor(input, choice));
  return (
    <Dialog opened onClose={onClose} title={t("title")} size="72rem">
      <div className={classes["dialog"]}>
        <div className={classes["choices"]}>
          <FormatCards value={choice.format} onChange={(format) => change({ format })} />
          <ExportOptions choice={choice} onChange={change} />
        </div>
        {isData(choice.format) ? (
          <p className={classes["what"]}>{t(`what.${choice.format}`)}</p>
        ) : error === null ? (
          <Preview previews={previews} />
        ) : (
          <ErrorState error={error} />
        )}
      </div>
      <Group justify="flex-end" className={classes["foot"] ?? ""}>
        {address === null ? (
          <Button leftSection={<Printer size={16} aria-hidden />} disabled={input === null} onClick={print}>
            {t("print")}
          </Button>
        ) : (
          <Button component="a" href={address} download leftSection={<Download size={16} aria-hidden />}>
            {t("download")}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}
