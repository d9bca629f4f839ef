import { useTranslation } from "react-i18next";
import { Page } from "#ui/page.tsx";

export function SettingsScreen() {
  const { t } = useTranslation("workspace");
  return <Page title={t("settingsTitle")} layout="text"><div /></Page>;
}
