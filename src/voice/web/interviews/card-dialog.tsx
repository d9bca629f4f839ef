import { SegmentedControl, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import { limits } from "#journey/limits.ts";
import { type Highlight, type HighlightKind, type InsightKind, insightKinds } from "../../interviews/model.ts";
import classes from "./interview.module.css";
import { useHighlightDeeds, useJourney, useJourneys } from "./queries.ts";
import { StepFields } from "./step-fields.tsx";

/** What a highlight most often becomes. */
const usual: Record<HighlightKind, InsightKind> = {
  irritant: "irritant",
  delight: "delight",
  expectation: "expectation",
  need: "expectation",
  quote: "irritant",
};

/** Puts a highlight behind a card of a map: a new one in the team's words, or one that is there. */
export function CardDialog({ of, onClose }: { of: Highlight; onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const journeys = useJourneys();
  const [chosen, setChosen] = useState(of.step?.journeyId);
  const journeyId = chosen ?? journeys.data?.[0]?.id ?? null;
  const [stepId, setStepId] = useState(of.step?.stepId ?? null);
  const [wanted, setKind] = useState(usual[of.kind]);
  const [cardId, setCardId] = useState("");
  const [text, setText] = useState("");
  const document = useJourney(journeyId).data?.document;
  const { back } = useHighlightDeeds(of.id, onClose);
  const kinds = insightKinds.filter((kind) => document?.lanes.some((lane) => lane.kind === kind));
  const kind = kinds.includes(wanted) ? wanted : kinds[0];
  const lanes = new Set(document?.lanes.filter((lane) => lane.kind === kind).map(({ id }) => id));
  const cards = (document?.cards ?? []).filter((card) => card.stepId === stepId && lanes.has(card.laneId));
  const known = cards.some(({ id }) => id === cardId) ? cardId : "";
  const save = () => {
    if (journeyId === null || stepId === null || kind === undefined) return;
    back.mutate(known === "" ? { journeyId, stepId, kind, text } : { journeyId, cardId: known });
  };
  return (
    <FormDialog
      title={t("putOnMap")}
      action={t("putOnMap")}
      busy={back.isPending}
      error={back.error}
      onSubmit={save}
      onClose={onClose}
    >
      {of.quote !== "" && <blockquote className={classes["quote"]}>{of.quote}</blockquote>}
      <StepFields
        journeyId={journeyId}
        stepId={stepId}
        onJourney={(next) => {
          setChosen(next ?? undefined);
          setStepId(null);
        }}
        onStep={setStepId}
      />
      {document !== undefined && kind === undefined && <p role="alert">{t("noLane")}</p>}
      {kind !== undefined && (
        <SegmentedControl
          className={classes["kinds"] ?? ""}
          aria-label={t("cardKind")}
          value={kind}
          onChange={setKind}
          data={kinds.map((value) => ({ value, label: t(`card.${value}`) }))}
        />
      )}
      {cards.length > 0 && (
        <Select
          label={t("card")}
          allowDeselect={false}
          value={known}
          onChange={(value) => setCardId(value ?? "")}
          data={[
            { value: "", label: t("newCard") },
            ...cards.map(({ id, text }) => ({ value: id, label: text || t("unnamed") })),
          ]}
        />
      )}
      {known === "" && (
        <Textarea
          label={t("insight")}
          description={t("insightHelp")}
          required
          autosize
          minRows={2}
          maxRows={6}
          maxLength={limits.text}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
