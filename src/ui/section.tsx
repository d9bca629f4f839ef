import { type ReactNode, useId } from "react";
import classes from "./section.module.css";

/** A titled part of a page, with what can be done to it at the end of its title's line. */
export function Section({
  title,
  note,
  action,
  children,
}: {
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes["section"]} aria-labelledby={id}>
      <div className={classes["head"]}>
        <div>
          <h2 id={id}>{title}</h2>
          {note !== undefined && <p className="soft">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
