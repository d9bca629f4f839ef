import type { ReactNode } from "react";
import classes from "./state.module.css";

/** Nothing here yet: what this place is for, and the first thing to do. */
export function EmptyState({
  picture,
  title,
  children,
  action,
}: {
  picture?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <section className={classes["state"]}>
      {picture !== undefined && (
        <div className={classes["picture"]} aria-hidden>
          {picture}
        </div>
      )}
      <h2>{title}</h2>
      {children !== undefined && <div className={classes["text"]}>{children}</div>}
      {action !== undefined && <div className={classes["action"]}>{action}</div>}
    </section>
  );
}
