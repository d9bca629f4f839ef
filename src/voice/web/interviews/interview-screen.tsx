import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Highlighter } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { DeleteButton } from "#ui/delete-button.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { InterviewDetails, Passage } from "../../interviews/model.ts";
import { textOf, timesOf } from "../../interviews/transcript.ts";
import { ConsentCard } from "./consent-card.tsx";
import { FactCard } from "./fact-card.tsx";
import { HighlightDialog, type Marked } from "./highlight-dialog.tsx";
import { HighlightItem } from "./highlight-item.tsx";
import classes from "./interview.module.css";
import { interviewQuery, useInterviewDeeds } from "./queries.ts";
import { Recordings } from "./recordings.tsx";
import { Transcript } from "./transcript.tsx";
import { useParticipantName } from "./use-participant-name.ts";
import { playerKeys, usePlayer } from "./use-player.ts";

/** How much of what was just heard a mark takes in, in milliseconds. */
const heard = 10_000;

/** One interview: what was said, and what is marked in it. */
export function InterviewScreen() {
  const { interviewId = "" } = useParams({ strict: false });
  const { t } = useTranslation("interviews");
  const interview = useQuery(interviewQuery(interviewId));
  if (interview.data !== undefined) return <Shown key={interviewId} of={interview.data} />;
  return (
    <Page title={t("interview")}>
      {interview.isPending ? (
        <Loading />
      ) : (
        <ErrorState error={interview.error} retry={() => void interview.refetch()} />
      )}
    </Page>
  );
}

function Shown({ of }: { of: InterviewDetails }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const name = useParticipantName();
  const navigate = useNavigate();
  const mayEdit = useMay("interview:edit");
  const { remove } = useInterviewDeeds(of.id);
  const { highlight }: { highlight?: string } = useSearch({ strict: false });
  const player = usePlayer(of.files.find(({ bytes, received }) => bytes === received)?.id ?? null);
  const [marked, setMarked] = useState<Marked | null>(null);
  const isOpen = of.ended === null;
  const mark = mayEdit && isOpen ? setMarked : null;
  const markPassage = (passage: Passage) => {
    const times = timesOf(of.transcript, passage);
    const moment = times === null ? null : { ...times, recordingId: player.recordingId };
    mark?.({ passage, moment, quote: textOf(of.transcript).slice(passage.start, passage.end) });
  };
  const markMoment = () => {
    const toMs = player.position();
    const moment = { recordingId: player.recordingId, fromMs: Math.max(0, toMs - heard), toMs };
    mark?.({ passage: null, moment, quote: "" });
  };
  const crumb = (
    <Link to="/w/$workspaceId/voice/interviews" params={{ workspaceId }}>
      {t("title")}
    </Link>
  );
  const remains = mayEdit && (
    <DeleteButton
      name={name(of)}
      loss={t("deleteInterview")}
      refusal={t("deleteInterview")}
      onDelete={() => remove(() => navigate({ to: "/w/$workspaceId/voice/interviews", params: { workspaceId } }))}
    />
  );
  return (
    <Page title={name(of)} crumbs={[{ key: "interviews", link: crumb }]} actions={remains}>
      <div className={classes["cards"]}>
        <FactCard of={of} />
        <ConsentCard of={of} />
      </div>
      <div className={classes["columns"]} data-ended={!isOpen || undefined}>
        {/* Keys of the player count where what is said is read and heard, and nowhere else. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div onKeyDown={playerKeys(player, player.recordingId === null || mark === null ? null : markMoment)}>
          <Recordings of={of} player={player} onMark={mark === null ? null : markMoment} />
          <Transcript of={of} player={player} onMark={mark === null ? null : markPassage} chosen={highlight} />
        </div>
        <Section title={t("highlights")} note={t("highlightCount", { count: of.marks.length })}>
          {of.marks.length === 0 ? (
            <EmptyState title={t("noMarks.title")} picture={<Highlighter size={32} strokeWidth={1.2} />}>
              {t("noMarks.text")}
            </EmptyState>
          ) : (
            <ul className={classes["marks"]}>
              {of.marks.map((each) => (
                <HighlightItem
                  key={each.id}
                  of={each}
                  isErased={!isOpen}
                  isCurrent={each.id === highlight}
                  onPlay={playOf(each, player)}
                />
              ))}
            </ul>
          )}
        </Section>
      </div>
      {marked !== null && <HighlightDialog interview={of} marked={marked} onClose={() => setMarked(null)} />}
    </Page>
  );
}

/** Plays where a highlight was said, if that can be heard here. */
function playOf({ moment }: InterviewDetails["marks"][number], player: ReturnType<typeof usePlayer>) {
  if (moment === null || player.recordingId === null) return null;
  return () => player.playFrom(moment.fromMs, moment.recordingId);
}
