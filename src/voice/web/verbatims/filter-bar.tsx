import { Button, Select } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Download, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { urlOf } from "#ui/call.ts";
import { SearchField } from "#ui/search-field.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { exportComments } from "../../api/comments.ts";
import {
  type CommentCounts,
  type CommentFilter,
  commentLanguages,
  commentSources,
  signalKinds,
} from "../../comments/model.ts";
import { chosenPeriod, lengths, periodOf } from "./period.ts";
import classes from "./verbatims.module.css";

interface FilterBarProps {
  filter: CommentFilter;
  counts: CommentCounts;
  topicNames: ReadonlyMap<string, string>;
  onChange: (part: CommentFilter) => void;
}

/** Milliseconds without a key before what is typed is looked for. */
const typingPause = 250;

/** What the comments are narrowed to, and how many are left. */
export function FilterBar({ filter, counts, topicNames, onChange }: FilterBarProps) {
  const { t } = useTranslation("verbatims");
  const { t: tReviews } = useTranslation("reviews");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const { lastDay, languages, signals, disagreements } = counts;
  const period = lastDay === null ? "all" : chosenPeriod(filter, lastDay);
  const conflicting = disagreements.highScoreUnhappyWords + disagreements.lowScoreHappyWords;
  return (
    <search className={classes["filters"]}>
      <WordSearch key={filter.words ?? ""} words={filter.words ?? ""} onWords={(words) => onChange({ words })} />
      <Select
        aria-label={t("touchpoint")}
        placeholder={t("everyTouchpoint")}
        searchable
        clearable
        value={filter.touchpoint ?? null}
        onChange={(value) => onChange({ touchpoint: value ?? undefined })}
        data={library.data?.touchpoints.map(({ key, name }) => ({ value: key, label: name })) ?? []}
      />
      <Select
        aria-label={t("source")}
        placeholder={t("everySource")}
        clearable
        value={filter.source ?? null}
        onChange={(value) => onChange({ source: commentSources.find((one) => one === value) })}
        data={commentSources
          .filter((one) => one === "surveys" || counts.sources[one] > 0)
          .map((one) => ({
            value: one,
            label: [
              one === "surveys" ? t("source.surveys") : tReviews(`source.${one}`),
              format.number(counts.sources[one]),
            ].join(" · "),
          }))}
      />
      <Select
        aria-label={t("period")}
        allowDeselect={false}
        value={period}
        onChange={(value) =>
          onChange(
            value === "all" || value === null || lastDay === null
              ? { from: undefined, to: undefined }
              : periodOf(Number(value), lastDay),
          )
        }
        data={[
          { value: "all", label: t("period.all") },
          ...lengths.map((days) => ({ value: `${days}`, label: t(`period.${days}`) })),
          ...(period === "own"
            ? [
                {
                  value: "own",
                  label: t("period.own", { from: filter.from ?? "…", to: filter.to ?? "…" }),
                  disabled: true,
                },
              ]
            : []),
        ]}
      />
      <Select
        aria-label={t("language")}
        placeholder={t("everyLanguage")}
        clearable
        value={filter.language ?? null}
        onChange={(value) => onChange({ language: commentLanguages.find((one) => one === value) })}
        data={commentLanguages.map((one) => ({
          value: one,
          label: [t(`language.${one}`), format.number(languages[one])].join(" · "),
        }))}
      />
      <div className={classes["chips"]}>
        <Chip
          label={t("disagreement")}
          n={conflicting}
          isOn={filter.disagreement !== undefined}
          onToggle={(isOn) => onChange({ disagreement: isOn ? "any" : undefined })}
        />
        {signalKinds.map((kind) => (
          <Chip
            key={kind}
            label={t(`signal.${kind}`)}
            n={signals[kind]}
            isOn={filter.signal === kind}
            onToggle={(isOn) => onChange({ signal: isOn ? kind : undefined })}
          />
        ))}
        {filter.topic !== undefined && (
          <Narrowed
            name={topicNames.get(filter.topic) ?? filter.topic}
            onRemove={() => onChange({ topic: undefined })}
          />
        )}
        {filter.polarity !== undefined && (
          <Narrowed name={t(`polarity.${filter.polarity}`)} onRemove={() => onChange({ polarity: undefined })} />
        )}
        <output className={classes["matching"]}>
          {t("matching", { count: counts.matching, n: format.number(counts.matching) })}
        </output>
        <Button
          component="a"
          size="compact-sm"
          variant="subtle"
          color="gray"
          download
          href={urlOf(exportComments.path, { workspaceId }, filter)}
          leftSection={<Download size={14} aria-hidden />}
        >
          {t("export")}
        </Button>
      </div>
    </search>
  );
}

function WordSearch({ words, onWords }: { words: string; onWords: (words: string | undefined) => void }) {
  const { t } = useTranslation("verbatims");
  const [typed, setTyped] = useState(words);
  const look = useDebouncedCallback((text: string) => onWords(text.trim() === "" ? undefined : text), typingPause);
  return (
    <SearchField
      label={t("search")}
      value={typed}
      maxLength={200}
      onChange={(text) => {
        setTyped(text);
        look(text);
      }}
    />
  );
}

interface ChipProps {
  label: string;
  n: number;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
}

function Chip({ label, n, isOn, onToggle }: ChipProps) {
  const format = useFormat();
  return (
    <button type="button" className={classes["chip"]} aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
      {label} <span className="num">{format.number(n)}</span>
    </button>
  );
}

function Narrowed({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("verbatims");
  return (
    <button
      type="button"
      className={classes["chip"]}
      aria-pressed
      aria-label={t("without.filter", { name })}
      onClick={onRemove}
    >
      {name} <X size={12} aria-hidden />
    </button>
  );
}
