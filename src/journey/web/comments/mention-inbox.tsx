import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AtSign } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Inbox } from "#ui/inbox.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Mention, seeMentions } from "../../api/comments.ts";
import { mentionsQuery } from "./queries.ts";

/** The comments in which the reader is mentioned, with how many they have not seen. */
export function MentionInbox() {
  const { t } = useTranslation("comments");
  const { id: workspaceId } = useWorkspace();
  const navigate = useNavigate();
  const mentions = useQuery(mentionsQuery(workspaceId)).data ?? [];
  const unseen = mentions.filter(({ isSeen }) => !isSeen);
  const see = useSee(workspaceId);
  const open = ({ commentId, journeyId, subject, isSeen }: Mention) => {
    if (!isSeen) see.mutate([commentId]);
    void navigate({
      to: "/w/$workspaceId/journeys/$journeyId",
      params: { workspaceId, journeyId },
      search: { panel: "comments", ...(subject === "journey" ? {} : { item: subject }) },
    });
  };
  return (
    <Inbox
      icon={<AtSign size={17} aria-hidden />}
      title={t("inbox")}
      label={unseen.length === 0 ? t("inbox") : t("inboxUnseen", { count: unseen.length })}
      unseen={unseen.length}
      items={mentions.map((mention) => ({
        mention,
        id: mention.commentId,
        isSeen: mention.isSeen,
        title: (
          <>
            <strong>{mention.authorName}</strong> {t("inboxAbout", { journey: mention.journeyName })}
          </>
        ),
        text: mention.text,
        at: mention.createdAt,
      }))}
      none={t("inboxNone")}
      allSeen={t("inboxAllSeen")}
      onAllSeen={() => see.mutate(unseen.map(({ commentId }) => commentId))}
      onOpen={({ mention }) => open(mention)}
    />
  );
}

function useSee(workspaceId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = mentionsQuery(workspaceId);
  return useMutation({
    mutationFn: (commentIds: string[]) => call(seeMentions, { params: { workspaceId }, body: { commentIds } }),
    onMutate: (commentIds) =>
      queryClient.setQueryData(queryKey, (mentions) =>
        mentions?.map((mention) => (commentIds.includes(mention.commentId) ? { ...mention, isSeen: true } : mention)),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}
