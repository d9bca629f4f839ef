import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Framing } from "../../model.ts";
import classes from "./templates.module.css";

const fields = ["objective", "scope", "outOfScope", "audience", "data", "listening", "team"] as const;

/** The framing sheet before there is a map, with what the advisor's answers say already. */
export function FramingFields({
  framing,
  onChange,
}: {
  framing: Partial<Framing>;
  onChange: (change: Partial<Framing>) => void;
}) {
  const { t } = useTranslation("templates");
  return (
    <section className={classes["framing"]} aria-label={t("framing")}>
      <h2>{t("framing")}</h2>
      <p className="soft">{t("framingHint")}</p>
      <div className={classes["framingGrid"]}>
        {fields.map((field) => (
          <Textarea
            key={field}
            label={t(`framing.${field}`)}
            value={framing[field] ?? ""}
            maxLength={4000}
            autosize
            minRows={1}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </section>
  );
}
