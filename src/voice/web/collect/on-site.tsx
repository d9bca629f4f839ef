import { NumberInput, SegmentedControl, Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ToCopy } from "#ui/to-copy.tsx";
import { type Embedding, snippetOf, usualEmbedding } from "../../collect/snippet.ts";
import type { SurveySummary } from "../../model.ts";
import classes from "./ways.module.css";

/** The lines that make a site's own page ask, as one wants it to. */
export function OnSite({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation("collect");
  const [label, setLabel] = useState<string>(t("site.usualLabel"));
  const [embedding, setEmbedding] = useState(usualEmbedding);
  const { place, delay, mayStore } = embedding;
  const set = (change: Partial<Embedding>) => setEmbedding({ ...embedding, ...change });
  const opens = place === "corner" && delay !== null;
  const number = (name: "delay" | "scroll" | "share" | "rest", max: number, suffix: string) => (
    <NumberInput
      label={t(`site.${name}`)}
      min={0}
      max={max}
      suffix={` ${suffix}`}
      value={embedding[name] ?? 0}
      onChange={(value) => set({ [name]: Number(value) || 0 })}
    />
  );
  return (
    <section className={classes["way"]}>
      <p className="soft">{t("site.text")}</p>
      <div className={classes["fields"]}>
        <TextInput
          label={t("site.label")}
          value={label}
          maxLength={80}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t("site.when")}
          value={place === "here" ? "here" : opens ? "itself" : "pressed"}
          data={(["pressed", "itself", "here"] as const).map((when) => ({ value: when, label: t(`site.${when}`) }))}
          onChange={(when) =>
            set({ place: when === "here" ? "here" : "corner", delay: when === "itself" ? (delay ?? 5) : null })
          }
        />
      </div>
      {opens && (
        <div className={classes["fields"]}>
          {number("delay", 3600, t("site.seconds"))}
          {number("scroll", 100, "%")}
          {number("share", 100, "%")}
          {mayStore && number("rest", 3650, t("site.days"))}
          <Textarea
            className={classes["wide"] ?? ""}
            label={t("site.pages")}
            description={t("site.pagesHint")}
            placeholder={"/merci\n/commande/*"}
            autosize
            value={embedding.pages}
            onChange={({ currentTarget }) => set({ pages: currentTarget.value })}
          />
        </div>
      )}
      <Switch
        label={t("site.store")}
        description={t("site.storeHint")}
        checked={mayStore}
        onChange={({ currentTarget }) => set({ mayStore: currentTarget.checked })}
      />
      <ToCopy label={t("site.snippet")} text={snippetOf(survey.url, label, embedding)} isLong />
      <p className="soft">{t("site.policy", { origin: new URL(survey.url).origin })}</p>
    </section>
  );
}
