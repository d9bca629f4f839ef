import { ActionIcon, Avatar, Popover, VisuallyHidden } from "@mantine/core";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./account-menu.module.css";
import { LocaleChoice, ThemeChoice } from "./preferences.tsx";
import { useSession } from "./session.ts";
import { signOut, useChooseLocale } from "./sign.ts";

/** Who I am, my language, my theme, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation("workspace");
  const { user } = useSession();
  const chooseLocale = useChooseLocale();
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <ActionIcon variant="transparent" size={30}>
          <Avatar size={28} name={user.name} color="accent" variant="filled" aria-hidden />
          <VisuallyHidden>{t("account", { name: user.name })}</VisuallyHidden>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <div className={classes["menu"]}>
          <div>
            <b>{user.name}</b>
            <br />
            <span className="soft">{user.email}</span>
          </div>
          <LocaleChoice onChoose={chooseLocale} />
          <ThemeChoice />
          <button type="button" className={classes["out"]} onClick={() => void signOut()}>
            <LogOut size={15} aria-hidden /> {t("signOut")}
          </button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
