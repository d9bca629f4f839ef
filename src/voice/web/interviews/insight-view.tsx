import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Highlighter } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePersonas } from "#persona/web/index.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { type HighlightKind, highlightKinds } from "../../interviews/model.ts";
import { InsightItem } from "./insight-item.tsx";
import classes from "./interviews.module.css";
import { insightsQuery, useJourney } from "./queries.ts";
import { StepFields } from "./step-fields.tsx";

/** How the highlights are narrowed, as the address says it. */
interface InsightSearch {
  kind?: HighlightKind | undefined;
  tag?: string | undefined;
  persona?: string | undefined;
  journey?: string | undefined;
  step?: string | undefined;
  /** A card of a map, whose highlights they are. */
  card?: string | undefined;
  words?: string | undefined;
}

const aPage = 50;

/** What was marked in all interviews: how much of it there is says nothing of how many customers live it. */
export function InsightView() {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const navigate = useNavigate();
  const search: InsightSearch = useSearch({ strict: false });
  const [limit, setLimit] = useState(aPage);
  const { kind, tag, persona, journey, step, card, words = "" } = search;
  const [asked] = useDebouncedValue(words, 250);
  const found = useQuery(
    insightsQuery(workspaceId, {
      kind,
      tag,
      personaId: persona,
      journeyId: journey,
      stepId: step,
      cardId: card,
      words: asked,
      limit,
    }),
  );
  const personas = usePersonas(workspaceId);
  const show = (change: InsightSearch) => void navigate({ to: ".", search: { ...search, ...change }, replace: true });
  const all = found.data;
  return (
    <>
      <div className={classes["filters"]} role="group" aria-label={t("filters")}>
        <SearchField label={t("words")} value={words} onChange={(typed) => show({ words: typed || undefined })} />
        <Select
          aria-label={t("kind")}
          placeholder={t("kind")}
          clearable
          value={kind ?? null}
          onChange={(value) => show({ kind: highlightKinds.find((each) => each === value) })}
          data={highlightKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          aria-label={t("persona")}
          placeholder={t("persona")}
          clearable
          value={persona ?? null}
          onChange={(value) => show({ persona: value ?? undefined })}
          data={(personas.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div className={classes["steps"]}>
          <StepFields
            journeyId={journey ?? null}
            isFilter
            stepId={step ?? null}
            onJourney={(value) => show({ journey: value ?? undefined, step: undefined })}
            onStep={(value) => show({ step: value ?? undefined })}
          />
        </div>
        {(tag ?? card) !== undefined && (
          <Button variant="light" onClick={() => show({ tag: undefined, card: undefined })}>
            {t("without", { what: tag ?? t("thisCard") })}
          </Button>
        )}
      </div>
      {found.isPending ? (
        <Loading />
      ) : all === undefined ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : all.total === 0 ? (
        <EmptyState title={t("noInsights.title")} picture={<Highlighter size={40} strokeWidth={1.2} />}>
          {t("noInsights.text")}
        </EmptyState>
      ) : (
        <div className={classes["insights"]}>
          <div>
            <p role="status">
              <b className="num">
                {t("behind", {
                  highlights: t("highlightCount", { count: all.total }),
                  interviews: t("interviewCount", { count: all.interviews }),
                })}
              </b>{" "}
              <span className="soft">{t("qualitative")}</span>
            </p>
            <ul className={classes["found"]}>
              {all.highlights.map((each) => (
                <InsightItem key={each.id} of={each} />
              ))}
            </ul>
            {all.total > all.highlights.length && (
              <Button variant="default" mt="sm" loading={found.isFetching} onClick={() => setLimit(limit + aPage)}>
                {t("more")}
              </Button>
            )}
          </div>
          <aside className={classes["counts"]}>
            <Counts
              title={t("bySteps")}
              rows={all.steps.map(({ journeyId, stepId, ...counts }) => ({
                key: `${journeyId} ${stepId}`,
                name: <StepName journeyId={journeyId} stepId={stepId} />,
                onChoose: () => show({ journey: journeyId, step: stepId }),
                ...counts,
              }))}
            />
            <Counts
              title={t("byTags")}
              rows={all.tags.map(({ tag: name, ...counts }) => ({
                key: name,
                name,
                onChoose: () => show({ tag: name }),
                ...counts,
              }))}
            />
          </aside>
        </div>
      )}
    </>
  );
}

interface CountsProps {
  title: string;
  rows: readonly {
    key: string;
    name: ReactNode;
    highlights: number;
    interviews: number;
    onChoose: () => void;
  }[];
}

function Counts({ title, rows }: CountsProps) {
  const { t } = useTranslation("interviews");
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {rows.map(({ key, name, highlights, interviews, onChoose }) => (
          <li key={key}>
            <button type="button" onClick={onChoose}>
              {name}
            </button>
            <span className="soft num">
              {t("behindShort", { highlights, interviews: t("interviewCount", { count: interviews }) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepName({ journeyId, stepId }: { journeyId: string; stepId: string }) {
  const { t } = useTranslation("interviews");
  const journey = useJourney(journeyId);
  return journey.data?.document.steps.find(({ id }) => id === stepId)?.name || t("unnamed");
}
