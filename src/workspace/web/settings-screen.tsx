import { useTranslation } from "react-i18next";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { Members } from "./members.tsx";
import { LocaleChoice, ThemeChoice } from "./preferences.tsx";
import { useSession } from "./session.ts";
import classes from "./settings.module.css";
import { useChooseLocale } from "./sign.ts";
import { WorkspaceForm } from "./workspace-form.tsx";

export function SettingsScreen() {
  const { t } = useTranslation("workspace");
  const { user } = useSession();
  const chooseLocale = useChooseLocale();
  return (
    <Page title={t("settingsTitle")} layout="text">
      <Section title={t("accountSection")} note={t("accountText", { name: user.name, email: user.email })}>
        <div className={classes["pair"]}>
          <LocaleChoice onChoose={chooseLocale} />
          <ThemeChoice />
        </div>
      </Section>
      <WorkspaceForm />
      <Members />
    </Page>
  );
}
