import { ActionIcon } from "@mantine/core";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "#ui/focus-back.ts";
import { useScreen } from "./screen-context.ts";
import classes from "./screen.module.css";

/** The frame of a panel: its title, its close button, its content. */
export function Panel({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("journey");
  const { show } = useScreen();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusBack();
  useFocusIn(heading);
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
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {actions}
        <ActionIcon variant="subtle" color="gray" aria-label={t("closePanel")} onClick={close}>
          <X size={16} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes["panelBody"]}>{children}</div>
    </section>
  );
}

/** Opened by somebody, a panel is read from its heading, unless it has put the focus into a field; by an address it waits. */
function useFocusIn(heading: RefObject<HTMLHeadingElement | null>): void {
  useEffect(() => {
    const opener = document.activeElement;
    if (opener === null || opener === document.body || opener.id === "main") return undefined;
    // A menu that closes with this very drawing notes first what has the focus, and would take it back.
    const frame = requestAnimationFrame(() => {
      const panel = heading.current?.closest("section");
      if (panel?.contains(document.activeElement) === false) heading.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [heading]);
}
