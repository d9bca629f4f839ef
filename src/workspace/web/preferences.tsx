import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Locale, locales } from "../model.ts";

const schemes = ["light", "dark", "auto"] as const;

export function ThemeChoice() {
  const { t } = useTranslation("workspace");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t("theme")}
      value={colorScheme}
      onChange={setColorScheme}
      data={schemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
    />
  );
}

/** `onChoose` says where the choice is kept: on the account, or only on screen before sign-in. */
export function LocaleChoice({ onChoose }: { onChoose: (locale: Locale) => void }) {
  const { t, i18n } = useTranslation("workspace");
  return (
    <SegmentedControl
      aria-label={t("language")}
      value={i18n.language}
      onChange={(value) => onChoose(value as Locale)}
      data={locales.map((value) => ({ value, label: <span lang={value}>{t(`locale.${value}`)}</span> }))}
    />
  );
}
