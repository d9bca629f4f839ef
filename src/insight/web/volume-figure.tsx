import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { GroupMeasure } from "../model.ts";
import classes from "./figures.module.css";

/** Contacts of a step in the period, beside the busiest step's. */
export const VolumeFigure = memo(function VolumeFigure({
  measure,
  most,
}: {
  measure: GroupMeasure | undefined;
  most: number;
}) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const contacts = measure?.contacts ?? 0;
  const said: string[] = [
    t("contacts", { count: contacts, n: format.number(contacts) }),
    t("people", { count: measure?.people ?? 0, n: format.number(measure?.people ?? 0) }),
  ];
  if (typeof measure?.contactsBefore === "number")
    said.push(t("contactsBefore", { n: format.number(measure.contactsBefore) }));
  return (
    <span className={classes["volume"]} title={said.join(" · ")}>
      <span className="num">{contacts === 0 ? t("noContacts") : format.number(contacts)}</span>
      <span className={classes["bar"]} aria-hidden>
        <i style={{ width: `${most > 0 ? (100 * contacts) / most : 0}%` }} />
      </span>
    </span>
  );
});
