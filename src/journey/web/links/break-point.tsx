import type { BreakMark } from "../../links.ts";
import { LinkButton } from "./link-button.tsx";
import classes from "./links.module.css";

/** The line of touchpoints is cut here: a customer falls between two of them. */
export function BreakPoint({ mark }: { mark: BreakMark }) {
  return (
    <span className={classes["break"]} data-within={mark.isWithin}>
      <svg viewBox="0 0 30 22" width={30} height={22} aria-hidden>
        <path className={classes["gap"]} d="M4 11H26" />
        <path d="M7 3L12 19M18 3L23 19" />
      </svg>
      <LinkButton link={mark.link} />
    </span>
  );
}
