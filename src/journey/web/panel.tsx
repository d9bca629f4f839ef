import { ActionIcon } from "@mantine/core";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useScreen } from "./screen-context.ts";
import classes from "./screen.module.css";

/** The frame of a panel: its title, its close button, its content. */
export function Panel({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("journey");
  const { show } = useScreen();
  const close = () => show({ panel: undefined, item: undefined });
  return (
    // The whole panel listens, so that Escape closes it from any of its fields.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classes["panel"]}
      aria-label={title}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && close()}
    >
      <header className={classes["panelHead"]}>
        <h2>{title}</h2>
        {actions}
        <ActionIcon variant="subtle" color="gray" aria-label={t("closePanel")} onClick={close}>
          <X size={16} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes["panelBody"]}>{children}</div>
    </section>
  );
}
