import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useMay, useSession } from "#workspace/web/index.ts";
import { focusRef } from "../grid-focus.ts";
import { useMap } from "../map-context.ts";
import { Panel } from "../panel.tsx";
import { useScreen } from "../screen-context.ts";
import classes from "./comments.module.css";
import { Composer } from "./composer.tsx";
import { threadsQuery } from "./queries.ts";
import { SubjectLink } from "./subject-link.tsx";
import { useSubjectName } from "./subject-name.ts";
import { ThreadCard } from "./thread-card.tsx";
import { type ThreadFilter, lastFirst, passes, threadFilters } from "./thread-list.ts";
import { useStartThread } from "./use-comments.ts";

/** What is said of an item of the map, or of all of it. */
export function CommentsPanel() {
  const { t } = useTranslation("comments");
  const { journeyId } = useMap();
  const { search, show } = useScreen();
  const threads = useQuery(threadsQuery(journeyId));
  const mayComment = useMay("journey:contribute");
  const subject = search.item ?? "journey";
  const isAboutOne = search.item !== undefined;
  useReturn(search.item);
  return (
    <Panel title={t("title")}>
      {isAboutOne && <Subject subject={subject} onAll={() => show({ item: undefined })} />}
      {mayComment && <NewThread key={`new ${subject}`} subject={subject} isWanted={isAboutOne} />}
      {threads.isError && <ErrorState error={threads.error} retry={() => void threads.refetch()} />}
      {threads.isPending && <Loading rows={4} />}
      {threads.isSuccess && (
        <Threads
          key={subject}
          threads={isAboutOne ? threads.data.filter((thread) => thread.subject === subject) : threads.data}
          isAboutOne={isAboutOne}
        />
      )}
    </Panel>
  );
}

/** Closed, the panel gives the focus back to what it was about. */
function useReturn(item: string | undefined): void {
  useEffect(
    () => () => {
      if (item === undefined) return;
      requestAnimationFrame(() => document.activeElement === document.body && focusRef(item, "center"));
    },
    [item],
  );
}

function Subject({ subject, onAll }: { subject: string; onAll: () => void }) {
  const { t } = useTranslation("comments");
  const named = useSubjectName(subject, "");
  return (
    <div className={classes["about"]}>
      <SubjectLink subject={subject} named={named} />
      <Button variant="subtle" size="compact-xs" onClick={onAll}>
        {t("all")}
      </Button>
    </div>
  );
}

function NewThread({ subject, isWanted }: { subject: string; isWanted: boolean }) {
  const { t } = useTranslation("comments");
  const { journeyId } = useMap();
  const start = useStartThread(journeyId, subject);
  return (
    <Composer
      label={t(isWanted ? "newComment" : "newJourneyComment")}
      action={t("send")}
      isWanted={isWanted}
      isBusy={start.isPending}
      error={start.error}
      onSend={start.mutateAsync}
    />
  );
}

function Threads({ threads, isAboutOne }: { threads: Parameters<typeof lastFirst>[0]; isAboutOne: boolean }) {
  const { t } = useTranslation("comments");
  const me = useSession().user.id;
  const [filter, setFilter] = useState<ThreadFilter>("open");
  if (threads.length === 0)
    return (
      <EmptyState picture={<MessagesSquare size={40} strokeWidth={1.25} />} title={t(isAboutOne ? "noneHere" : "none")}>
        {t("noneText")}
      </EmptyState>
    );
  const counted = threadFilters.map((kind) => ({ kind, count: threads.filter(passes(kind, me)).length }));
  const shown = lastFirst(threads.filter(passes(filter, me)));
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t("filter")}
        className={classes["filter"] ?? ""}
        value={filter}
        data={counted.map(({ kind, count }) => ({ value: kind, label: t(`filter.${kind}`, { count }) }))}
        onChange={setFilter}
      />
      {shown.length === 0 && <p className={classes["nothing"]}>{t(`nothing.${filter}`)}</p>}
      <ul className={classes["threads"]}>
        {shown.map((thread) => (
          <ThreadCard key={thread.id} thread={thread} isAlone={isAboutOne} />
        ))}
      </ul>
    </>
  );
}
