import type { ReactNode } from "react";
import classes from "./state.module.css";

/** Nothing here yet: what this place is for, and the first thing to do. */
export function EmptyState({
  picture,
  title,
  children,
  action,
  heading: Heading = "h2",
}: {
  picture?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** `h1` where it is the whole page. */
  heading?: "h1" | "h2";
}) {
  return (
    <section className={classes["state"]}>
      {picture !== undefined && (
        <div className={classes["picture"]} aria-hidden>
          {picture}
        </div>
      )}
      <Heading>{title}</Heading>
      {children !== undefined && <div className={classes["text"]}>{children}</div>}
      {action !== undefined && <div className={classes["action"]}>{action}</div>}
    </section>
  );
}
