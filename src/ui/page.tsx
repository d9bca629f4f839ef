import { type ReactNode, type RefObject, createContext, useContext, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import classes from "./page.module.css";

/** What the shell lends to every page: what its bar carries at both ends, and which page was there before it. */
export interface Frame {
  start?: ReactNode;
  end?: ReactNode;
  /** The address whose page is shown, and whether that page took another's place. */
  shown?: RefObject<{ address: string; isLater: boolean } | null>;
}

export const PageFrame = createContext<Frame>({});

interface PageProps {
  /** Of the browser's tab, and the last part of the breadcrumb unless `heading` says otherwise. */
  title: string;
  /** The places above this one, as links. */
  crumbs?: readonly { key: string; link: ReactNode }[];
  /** Drawn in place of the title, for one that is edited in place; must hold the page's h1. */
  heading?: ReactNode;
  /** Chips just after the title. */
  aside?: ReactNode;
  /** Buttons at the right end of the bar. */
  actions?: ReactNode;
  /** `flush`: no padding and no scrolling of its own, for a screen that fills the window. */
  layout?: "text" | "wide" | "flush";
  children: ReactNode;
}

/** One screen: its bar (where am I, what can I do) and its main part. */
export function Page({ title, crumbs = [], heading, aside, actions, layout = "wide", children }: PageProps) {
  const { t } = useTranslation("ui");
  const { start, end, shown } = useContext(PageFrame);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · Parcours`;
  }, [title]);
  useEffect(() => focusOnArrival(main, shown), [shown]);
  return (
    <>
      <header className={classes["bar"]}>
        {start}
        {crumbs.length > 0 && (
          <nav aria-label={t("breadcrumb")} className={classes["crumbs"]}>
            {crumbs.map(({ key, link }) => (
              <span key={key}>
                {link} <i aria-hidden>/</i>
              </span>
            ))}
          </nav>
        )}
        {heading ?? <h1 className={classes["title"]}>{title}</h1>}
        {aside}
        <div className={classes["actions"]}>{actions}</div>
        <div className={classes["end"]}>{end}</div>
      </header>
      <main ref={main} id="main" tabIndex={-1} className={classes["main"]} data-layout={layout}>
        {children}
      </main>
    </>
  );
}

/**
 * A page that takes another's place is read from its beginning, unless it has put the focus somewhere itself; so is what
 * takes the place of its picture of waiting.
 */
function focusOnArrival(main: RefObject<HTMLElement | null>, shown: Frame["shown"]): void {
  if (shown === undefined) return;
  const address = window.location.pathname;
  const isLater = shown.current !== null && (shown.current.isLater || shown.current.address !== address);
  if (isLater && main.current?.contains(document.activeElement) !== true) main.current?.focus();
  shown.current = { address, isLater };
}
