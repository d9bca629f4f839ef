import type { CSSProperties, ReactNode } from "react";
import classes from "./data-table.module.css";

/** A table that scrolls sideways by itself when it is wider than its place; the keyboard can enter it to do so. */
export function TableScroll({ label, style, children }: { label: string; style?: CSSProperties; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it, what is out of sight cannot be reached by keyboard
    <div className={classes["scroll"]} role="region" aria-label={label} tabIndex={0} style={style}>
      {children}
    </div>
  );
}
