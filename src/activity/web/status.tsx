import { Check, CircleAlert, CircleDashed, CircleSlash, LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Import } from "../model.ts";
import { isUnderWay } from "./queries.ts";
import classes from "./status.module.css";

/** Where an import stands: a sign and a word, never the colour alone. */
export function Status({ one }: { one: Import }) {
  const { t } = useTranslation("activity");
  const Sign = isUnderWay(one)
    ? LoaderCircle
    : one.status === "done"
      ? Check
      : one.status === "failed"
        ? CircleAlert
        : one.status === "cancelled"
          ? CircleSlash
          : CircleDashed;
  return (
    <span className={classes["status"]} data-status={one.status}>
      <Sign size={14} aria-hidden /> {t(`status.${one.status}`)}
    </span>
  );
}
