import { Group, MultiSelect, SegmentedControl, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { FormButtons } from "#ui/form-buttons.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { checkContent } from "../content-issues.ts";
import { type Asked, type SurveyContent, type SurveySummary, limits, surveyStates } from "../model.ts";
import { mainScore } from "../rules.ts";
import { CommentFields } from "./comment-fields.tsx";
import { type Draft, draftOf } from "./draft.ts";
import { FurtherFields } from "./further-fields.tsx";
import { IssueNote } from "./issue-note.tsx";
import { languageNames, offered } from "./languages.ts";
import { PurposeFields } from "./purpose-fields.tsx";
import { useSaveSurvey } from "./queries.ts";
import { newDraft, withLanguages } from "./rewrite.ts";
import { ScoreFields } from "./score-fields.tsx";
import classes from "./survey-form.module.css";
import { SurveyPreview } from "./survey-preview.tsx";
import { VersionNote } from "./version-note.tsx";

interface SurveyFormProps {
  /** Null: one is to be made. */
  survey: SurveySummary | null;
  /** Where a new one asks; null: of the whole relation, at none; undefined: it is chosen here. */
  touchpoint: { id: string; name: string } | null | undefined;
  /** The score that a new one asks for first. */
  planned: Asked;
  onChanged: () => void;
  onSaved: (survey: SurveySummary) => void;
  onCancel: () => void;
}

/** What a survey asks, beside what whoever answers will see. */
export function SurveyForm({ survey, touchpoint, planned, onChanged, onSaved, onCancel }: SurveyFormProps) {
  const { t, i18n } = useTranslation("voice");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const stateLabel = useId();
  const [draft, setDraft] = useState<Draft>(() =>
    survey === null
      ? newDraft(touchpoint === null ? null : (touchpoint?.id ?? ""), planned, i18n.language)
      : draftOf(survey),
  );
  const [written, setWritten] = useState(i18n.language);
  const [isTried, setIsTried] = useState(false);
  const save = useSaveSurvey(workspaceId, survey, onSaved);
  const { content } = draft;
  const language = content.languages.includes(written) ? written : (content.languages[0] ?? written);
  const names = languageNames(i18n.language);
  const issues = checkContent(content);
  // Drawing the page takes a moment: the fields answer at once all the same.
  const shown = useDeferredValue(content);
  const change = (next: Draft) => {
    setDraft(next);
    onChanged();
  };
  const write = (next: SurveyContent) => change({ ...draft, content: next });
  const place =
    draft.touchpointId === null
      ? t("wholeRelation")
      : (library.data?.touchpoints.find(({ id }) => id === draft.touchpointId)?.name ?? touchpoint?.name ?? "");
  const usualName = [t(`asked.${mainScore(content).metric}`), place].filter(Boolean).join(" · ").slice(0, 120);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (issues.length === 0) save.mutate({ ...draft, name: draft.name.trim() || usualName });
  };
  return (
    <form className={classes["form"]} onSubmit={submit}>
      <div className={classes["fields"]}>
        {survey === null && touchpoint === undefined && (
          <Select
            label={t("touchpoint")}
            required
            searchable
            data={(library.data?.touchpoints ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.touchpointId === "" ? null : draft.touchpointId}
            onChange={(touchpointId) => change({ ...draft, touchpointId: touchpointId ?? "" })}
          />
        )}
        {content.languages.length > 1 && (
          <SegmentedControl
            fullWidth
            aria-label={t("writtenIn")}
            value={language}
            data={content.languages.map((tag) => ({ value: tag, label: names(tag) }))}
            onChange={setWritten}
          />
        )}
        <ScoreFields draft={draft} language={language} onChange={change} />
        <Part title={t("part.comment")}>
          <CommentFields content={content} language={language} onChange={write} />
        </Part>
        <Part title={t("part.further")}>
          <FurtherFields content={content} language={language} onChange={write} />
        </Part>
        <Part title={t("part.languages")}>
          <MultiSelect
            aria-label={t("part.languages")}
            description={t("languagesHint")}
            data={[...new Set([...offered, ...content.languages])].map((tag) => ({ value: tag, label: names(tag) }))}
            maxValues={limits.languages}
            value={content.languages}
            onChange={(languages) => languages.length > 0 && change(withLanguages(draft, languages))}
          />
        </Part>
        <Part title={t("part.end")}>
          <PurposeFields draft={draft} language={language} onChange={change} />
          <TextInput
            label={t("name")}
            description={t("nameHint")}
            placeholder={usualName}
            maxLength={120}
            value={draft.name}
            onChange={({ currentTarget }) => change({ ...draft, name: currentTarget.value })}
          />
        </Part>
      </div>
      <SurveyPreview content={shown} language={language} />
      <div className={classes["foot"]}>
        {survey !== null && <VersionNote survey={survey} content={content} />}
        {isTried && <IssueNote issues={issues} />}
        <ErrorNote error={save.error} />
        <Group justify="space-between">
          <div className={classes["state"]}>
            <span id={stateLabel}>{t("column.state")}</span>
            <SegmentedControl
              aria-labelledby={stateLabel}
              value={draft.state}
              data={surveyStates
                .filter((state) => survey !== null || state !== "closed")
                .map((state) => ({ value: state, label: t(`state.${state}`) }))}
              onChange={(state) => change({ ...draft, state })}
            />
          </div>
          <Group gap="xs">
            <FormButtons busy={save.isPending} onCancel={onCancel} />
          </Group>
        </Group>
      </div>
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes["part"]} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
