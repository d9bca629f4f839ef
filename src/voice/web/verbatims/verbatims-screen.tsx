import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ListTree, Quote } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { CommentCounts, CommentFilter, CommentReaderState } from "../../comments/model.ts";
import { useTopicNames } from "../alerts/topic-names.ts";
import { VoicePage } from "../voice-page.tsx";
import { CommentList } from "./comment-list.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { commentReaderQuery, countsQuery } from "./queries.ts";
import { ReaderNote } from "./reader-note.tsx";
import { ThemeLists } from "./theme-lists.tsx";
import { TopicTable } from "./topic-table.tsx";
import { TopicsDialog } from "./topics-dialog-later.ts";
import classes from "./verbatims.module.css";

/** Everything that customers wrote, and what it says. */
export function VerbatimsScreen() {
  const { t } = useTranslation("verbatims");
  const { id: workspaceId } = useWorkspace();
  const filter: CommentFilter = useSearch({ strict: false });
  const navigate = useNavigate();
  const counts = useQuery(countsQuery(workspaceId, filter));
  const reader = useQuery(commentReaderQuery(workspaceId));
  const change = (part: CommentFilter) => void navigate({ to: ".", search: { ...filter, ...part }, replace: true });
  const failed = [counts, reader].find(({ isError, data }) => isError && data === undefined);
  const isEmpty = counts.data?.lastDay === null;
  return (
    <VoicePage title={t("title")}>
      {failed !== undefined ? (
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      ) : counts.data === undefined || reader.data === undefined ? (
        <Loading />
      ) : isEmpty ? (
        <EmptyState title={t("empty.title")} picture={<Quote size={40} strokeWidth={1.2} />}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <Verbatims filter={filter} counts={counts.data} reader={reader.data} onChange={change} />
      )}
    </VoicePage>
  );
}

interface VerbatimsProps {
  filter: CommentFilter;
  counts: CommentCounts;
  reader: CommentReaderState;
  onChange: (part: CommentFilter) => void;
}

function Verbatims({ filter, counts, reader, onChange }: VerbatimsProps) {
  const { t } = useTranslation("verbatims");
  const topicNames = useTopicNames();
  const mayEdit = useMay("comment:edit");
  const [isEditing, setIsEditing] = useState(false);
  const pick = (picked: Pick<CommentFilter, "topic" | "polarity">) =>
    onChange({ topic: undefined, polarity: undefined, ...picked });
  return (
    <div className={classes["screen"]}>
      <FilterBar filter={filter} counts={counts} topicNames={topicNames} onChange={onChange} />
      <aside className={classes["overview"]} aria-label={t("overview")}>
        <section className={classes["card"]}>
          <h2>
            {t("topics")}
            {mayEdit && (
              <Button
                className={classes["edit"] ?? ""}
                size="compact-sm"
                variant="subtle"
                leftSection={<ListTree size={14} aria-hidden />}
                onClick={() => setIsEditing(true)}
              >
                {t("editTopics")}
              </Button>
            )}
          </h2>
          <TopicTable counts={counts} filter={filter} topicNames={topicNames} onPick={pick} />
        </section>
        <ThemeLists filter={filter} onWord={(words) => onChange({ words })} />
        <ReaderNote reader={reader} />
      </aside>
      <div className={classes["comments"]}>
        <CommentList filter={filter} topicNames={topicNames} onTopic={(topic) => onChange({ topic })} />
      </div>
      {isEditing && <TopicsDialog reader={reader} onClose={() => setIsEditing(false)} />}
    </div>
  );
}
