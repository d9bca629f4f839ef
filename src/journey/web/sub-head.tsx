import type { ReactNode } from "react";
import classes from "./lane-head.module.css";

/** A row drawn from figures that no lane of the document stands for. */
export function SubHead({ name, note }: { name: string; note: ReactNode }) {
  return (
    <div role="rowheader" className={classes["head"]} data-column={0} data-item tabIndex={-1}>
      <div className={classes["name"]}>
        {name}
        <small>{note}</small>
      </div>
    </div>
  );
}
