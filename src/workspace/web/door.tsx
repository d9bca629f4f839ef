import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import classes from "./door.module.css";
import { LocaleChoice, ThemeChoice } from "./preferences.tsx";

/** The screens before one is inside: a quiet page with one thing to do, and the choice of language and theme. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Parcours`;
  }, [title]);
  return (
    <div className={classes["door"]}>
      <main id="main" tabIndex={-1} className={classes["main"]}>
        <Line />
        <p className={classes["brand"]}>Parcours</p>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className={classes["foot"]}>
        <LocaleChoice onChoose={(locale) => void i18n.changeLanguage(locale)} />
        <ThemeChoice />
      </footer>
    </div>
  );
}

/** A journey as the maps draw it: a line, stations, a moment of truth. */
function Line() {
  return (
    <svg viewBox="0 0 352 64" className={classes["line"]} fill="none" aria-hidden>
      <path
        d="M8 44c40 0 44-28 88-28s52 34 92 34 48-36 84-36 40 22 72 22"
        stroke="var(--line-strong)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <circle cx="8" cy="44" r="6.5" fill="var(--paper)" stroke="var(--mid)" strokeWidth="4" />
      <circle cx="96" cy="16" r="8" fill="var(--paper)" stroke="var(--good-2)" strokeWidth="4.5" />
      <path d="m188 39 11 11-11 11-11-11z" fill="var(--paper)" stroke="var(--bad-2)" strokeWidth="4.5" />
      <circle cx="272" cy="14" r="8" fill="var(--paper)" stroke="var(--good-1)" strokeWidth="4.5" />
      <circle cx="344" cy="36" r="6.5" fill="var(--paper)" stroke="var(--accent)" strokeWidth="4" />
    </svg>
  );
}
