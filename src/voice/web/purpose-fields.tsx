import { Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Draft } from "./draft.ts";
import { ReviewLinkFields } from "./review-link-fields.tsx";
import classes from "./survey-form.module.css";
import { TextField } from "./text-field.tsx";

/** How long answers may be kept, in days. */
const retentions = [90, 180, 365, 730, 1095] as const;
const kept = "kept";

interface PurposeFieldsProps {
  draft: Draft;
  /** The language being written. */
  language: string;
  onChange: (draft: Draft) => void;
}

/** What is said to whoever has answered, why they were asked, and when their answer is deleted. */
export function PurposeFields({ draft, language, onChange }: PurposeFieldsProps) {
  const { t } = useTranslation("voice");
  const { content, retentionDays } = draft;
  const days = [...new Set([...retentions, ...(retentionDays === null ? [] : [retentionDays])])];
  return (
    <>
      <TextField
        label={t("thanks")}
        texts={content.thanks}
        language={language}
        onTexts={(thanks) => onChange({ ...draft, content: { ...content, thanks } })}
      />
      <TextField
        label={t("consent")}
        description={t("consentHint")}
        texts={content.consent}
        language={language}
        onTexts={(consent) => onChange({ ...draft, content: { ...content, consent } })}
      />
      <TextField
        label={t("publication")}
        description={t("publicationHint")}
        texts={content.publication}
        language={language}
        onTexts={(publication) => onChange({ ...draft, content: { ...content, publication } })}
      />
      <ReviewLinkFields links={draft.reviewLinks} onChange={(reviewLinks) => onChange({ ...draft, reviewLinks })} />
      <div className={classes["pair"]}>
        <TextInput
          label={t("purpose")}
          description={t("purposeHint")}
          maxLength={300}
          value={draft.purpose}
          onChange={({ currentTarget }) => onChange({ ...draft, purpose: currentTarget.value })}
        />
        <Select
          label={t("retention")}
          description={t("retentionHint")}
          allowDeselect={false}
          data={[
            { value: kept, label: t("retentionNone") },
            ...days.toSorted((a, b) => a - b).map((count) => ({ value: String(count), label: t("days", { count }) })),
          ]}
          value={retentionDays === null ? kept : String(retentionDays)}
          onChange={(value) => onChange({ ...draft, retentionDays: value === kept ? null : Number(value) })}
        />
      </div>
    </>
  );
}
