import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { VoicePage } from "../voice-page.tsx";
import classes from "./asking.module.css";
import { AskingTable } from "./asking-table.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { PolicyNote } from "./policy-note.tsx";
import { askingQuery } from "./queries.ts";
import { SurveyInvitations } from "./survey-invitations.tsx";
import { WhyAsked } from "./why-asked.tsx";

/** Who is asked by letter or text message, what came of it, and why. */
export function InvitationsScreen() {
  const { t } = useTranslation("asking");
  const { id: workspaceId } = useWorkspace();
  const maySend = useMay("invitation:send");
  const mayAskWhy = useMay("person:read");
  const asking = useQuery(askingQuery(workspaceId));
  const { survey: open }: { survey?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [isInviting, setIsInviting] = useState(false);
  const show = (survey: string | undefined) => void navigate({ to: ".", search: { survey } });
  const { data } = asking;
  const isReady = data !== undefined && (data.channels.email || data.channels.phone);
  const inviting = maySend && (
    <Button leftSection={<Send size={16} aria-hidden />} disabled={!isReady} onClick={() => setIsInviting(true)}>
      {t("invite")}
    </Button>
  );
  return (
    <VoicePage title={t("title")} actions={data !== undefined && data.surveys.length > 0 && inviting}>
      {asking.isPending ? (
        <Loading />
      ) : data === undefined ? (
        <ErrorState error={asking.error} retry={() => void asking.refetch()} />
      ) : data.surveys.length === 0 ? (
        <EmptyState title={t("empty.title")} picture={<Send size={40} strokeWidth={1.2} />}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <>
          {!isReady && <p className={classes["missing"]}>{t("noServer")}</p>}
          <PolicyNote />
          <Section title={t("surveys")}>
            <AskingTable surveys={data.surveys} onOpen={show} />
          </Section>
          {mayAskWhy && (
            <Section title={t("why.title")} note={t("why.note")}>
              <WhyAsked />
            </Section>
          )}
        </>
      )}
      {isInviting && data !== undefined && (
        <InviteDialog
          surveys={data.surveys.filter(({ state }) => state === "open")}
          onClose={() => setIsInviting(false)}
        />
      )}
      {open !== undefined && (
        <SurveyInvitations
          key={open}
          surveyId={open}
          name={data?.surveys.find(({ surveyId }) => surveyId === open)?.name ?? t("title")}
          onClose={() => show(undefined)}
        />
      )}
    </VoicePage>
  );
}
