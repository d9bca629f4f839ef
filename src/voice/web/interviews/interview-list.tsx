import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AudioLines, FileText, Mic } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePersonas } from "#persona/web/index.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import list from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Interview } from "../../interviews/model.ts";
import classes from "./interviews.module.css";
import { interviewsQuery } from "./queries.ts";
import { useParticipantName } from "./use-participant-name.ts";

/** The interviews of the workspace, the latest first. */
export function InterviewList({ start }: { start: ReactNode }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const interviews = useQuery(interviewsQuery(workspaceId));
  if (interviews.isPending) return <Loading />;
  if (interviews.data === undefined)
    return <ErrorState error={interviews.error} retry={() => void interviews.refetch()} />;
  if (interviews.data.length === 0) {
    return (
      <EmptyState title={t("empty.title")} picture={<Mic size={40} strokeWidth={1.2} />} action={start}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <ul className={list["list"]} aria-label={t("title")}>
      {interviews.data.map((interview) => (
        <Row key={interview.id} of={interview} />
      ))}
    </ul>
  );
}

function Row({ of }: { of: Interview }) {
  const { t } = useTranslation("interviews");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const name = useParticipantName();
  const personas = usePersonas(workspaceId);
  const { id, participant, personaId, segment, heldOn, channel, state, consent, ended, highlights } = of;
  const persona = personas.data?.find((each) => each.id === personaId)?.name;
  return (
    <li>
      <Link
        className={classes["row"]}
        to="/w/$workspaceId/voice/interviews/$interviewId"
        params={{ workspaceId, interviewId: id }}
      >
        <span className={classes["who"]}>
          <b>{name(of)}</b>
          <small className="soft">
            {[t(`participant.${participant}`), persona, segment].filter(Boolean).join(" · ")}
          </small>
        </span>
        <span className="soft num">
          {format.date(heldOn)} · {t(`channel.${channel}`)}
        </span>
        <span className={classes["has"]}>
          {of.recordings > 0 && <AudioLines size={15} aria-label={t("hasRecording")} />}
          {of.hasTranscript && <FileText size={15} aria-label={t("hasTranscript")} />}
          <span className="num">{t("highlightCount", { count: highlights })}</span>
        </span>
        <span className={classes["state"]} data-state={ended === null ? state : "ended"}>
          {ended === null ? (consent === null ? t("noConsentYet") : t(`state.${state}`)) : t(`ended.${ended.why}`)}
        </span>
      </Link>
    </li>
  );
}
