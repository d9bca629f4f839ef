import { Anchor, Input, MultiSelect, NumberInput, SegmentedControl, TagsInput } from "@mantine/core";
import { ExternalLink } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { evidenceLink, hurts } from "../../card-weight.ts";
import { limits } from "../../document.ts";
import { setDetails } from "../../edit.ts";
import type { DetailsOf } from "../../fields.ts";
import type { Card, Lane } from "../../model.ts";
import { LiveText } from "../live-text.tsx";
import { useMap } from "../map-context.ts";
import { useMapPersonas } from "../personas/use-map-personas.ts";
import { useMapView } from "../screen-context.ts";
import { CardImage } from "./card-image.tsx";
import classes from "./card.module.css";
import { LevelField } from "./level-field.tsx";
import { PainWeight, Priority } from "./card-weight.tsx";

interface FieldProps {
  card: Card;
  readOnly: boolean;
  set: (details: DetailsOf<"cards">) => void;
}

/** The fields that a card of its lane has, written as one types. */
export function CardDetails({ card, lane, readOnly }: { card: Card; lane: Lane; readOnly: boolean }) {
  const { t } = useTranslation("card");
  const { editor } = useMap();
  const { id, severity, frequency, isMet, value, effort } = card;
  const fields = {
    card,
    readOnly,
    set: (details: DetailsOf<"cards">) => void editor?.change((doc) => setDetails(doc, "cards", id, details)),
  };
  const { set } = fields;
  return (
    <div className={classes["fields"]}>
      <LiveText
        label={t("text")}
        value={card.text}
        maxLength={limits.text}
        readOnly={readOnly}
        onType={(typed, shown) => editor?.write({ kind: "card", id }, typed, shown)}
      />
      {(lane.kind === "image" || card.imageId !== null) && <CardImage {...fields} />}
      {(hurts(lane.kind) || severity !== null || frequency !== null) && (
        <>
          <LevelField
            label={t("severity")}
            hint={t("severityHint")}
            value={severity}
            readOnly={readOnly}
            onChange={(level) => set({ severity: level })}
          />
          <LevelField
            label={t("frequency")}
            hint={t("frequencyHint")}
            value={frequency}
            readOnly={readOnly}
            onChange={(level) => set({ frequency: level })}
          />
          <PainWeight card={card} />
        </>
      )}
      {(lane.kind === "expectation" || isMet !== null) && <MetField {...fields} />}
      {(lane.kind === "opportunity" || value !== null || effort !== null) && (
        <>
          <LevelField
            label={t("value")}
            hint={t("valueHint")}
            value={value}
            readOnly={readOnly}
            onChange={(level) => set({ value: level })}
          />
          <LevelField
            label={t("effort")}
            hint={t("effortHint")}
            value={effort}
            readOnly={readOnly}
            onChange={(level) => set({ effort: level })}
          />
          <Priority card={card} />
        </>
      )}
      <EvidenceField {...fields} />
      <TagsField {...fields} />
      <PersonasField {...fields} />
      <SpanField {...fields} />
    </div>
  );
}

function MetField({ card, readOnly, set }: FieldProps) {
  const { t } = useTranslation("card");
  const id = useId();
  const said = card.isMet === null ? "" : card.isMet ? "yes" : "no";
  return (
    <div>
      <Input.Label id={id}>{t("met")}</Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        readOnly={readOnly}
        data={[
          { value: "", label: t("unsaid") },
          { value: "yes", label: t("met.yes") },
          { value: "no", label: t("met.no") },
        ]}
        value={said}
        onChange={(next) => set({ isMet: next === "" ? null : next === "yes" })}
      />
    </div>
  );
}

function EvidenceField({ card, readOnly, set }: FieldProps) {
  const { t } = useTranslation("card");
  const link = evidenceLink(card.evidence);
  return (
    <div>
      <LiveText
        label={t("evidence")}
        hint={t("evidenceHint")}
        value={card.evidence}
        maxLength={limits.evidence}
        readOnly={readOnly}
        onType={(evidence) => set({ evidence })}
      />
      {link !== null && (
        <Anchor href={link} target="_blank" rel="noopener noreferrer nofollow" size="sm">
          <ExternalLink size={13} aria-hidden /> {t("evidenceOpen")} ({new URL(link).hostname})
        </Anchor>
      )}
    </div>
  );
}

function TagsField({ card, readOnly, set }: FieldProps) {
  const { t } = useTranslation("card");
  const view = useMapView();
  const known = [...view.cards.values()].flatMap((byStep) => [...byStep.values()].flat().flatMap(({ tags }) => tags));
  return (
    <TagsInput
      label={t("tags")}
      placeholder={card.tags.length === 0 ? t("tagsHint") : ""}
      readOnly={readOnly}
      data={[...new Set(known)].toSorted((a, b) => a.localeCompare(b))}
      value={card.tags}
      maxTags={limits.labels}
      onChange={(tags) => set({ tags: tags.map((tag) => tag.trim().slice(0, 60)).filter((tag) => tag !== "") })}
    />
  );
}

function PersonasField({ card, readOnly, set }: FieldProps) {
  const { t } = useTranslation("card");
  const personas = useMapPersonas();
  const onMap = new Set(personas.map(({ id }) => id));
  // Those that the map does not tell of any more stay said: they come back with the persona.
  const others = card.personaIds.filter((id) => !onMap.has(id));
  if (personas.length === 0) return null;
  return (
    <MultiSelect
      label={t("personas")}
      description={t("personasHint")}
      readOnly={readOnly}
      data={personas.map(({ id, name }) => ({ value: id, label: name }))}
      value={card.personaIds.filter((id) => onMap.has(id))}
      onChange={(personaIds) => set({ personaIds: [...personaIds, ...others] })}
    />
  );
}

function SpanField({ card, readOnly, set }: FieldProps) {
  const { t } = useTranslation("card");
  const view = useMapView();
  const most = view.steps.length - view.steps.findIndex(({ id }) => id === card.stepId);
  if (most < 2) return null;
  return (
    <NumberInput
      label={t("span")}
      value={Math.min(card.span, most)}
      min={1}
      max={most}
      allowDecimal={false}
      clampBehavior="strict"
      readOnly={readOnly}
      suffix={` ${t("spanOf", { count: card.span }).replace(/^\d+\s*/, "")}`}
      onChange={(span) => typeof span === "number" && set({ span })}
    />
  );
}
