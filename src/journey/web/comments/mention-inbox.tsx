import { ActionIcon, Button, Indicator, Popover } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AtSign } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Mention, seeMentions } from "../../api/comments.ts";
import classes from "./mention-inbox.module.css";
import { mentionsQuery } from "./queries.ts";

/** The comments in which the reader is mentioned, with how many they have not seen. */
export function MentionInbox() {
  const { t } = useTranslation("comments");
  const { id: workspaceId } = useWorkspace();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const mentions = useQuery(mentionsQuery(workspaceId)).data ?? [];
  const unseen = mentions.filter(({ isSeen }) => !isSeen);
  const see = useSee(workspaceId);
  const open = ({ commentId, journeyId, subject, isSeen }: Mention) => {
    setIsOpen(false);
    if (!isSeen) see.mutate([commentId]);
    void navigate({
      to: "/w/$workspaceId/journeys/$journeyId",
      params: { workspaceId, journeyId },
      search: { panel: "comments", ...(subject === "journey" ? {} : { item: subject }) },
    });
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" width={340} trapFocus returnFocus>
      <Indicator disabled={unseen.length === 0} label={unseen.length} size={15} offset={8} color="red">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-haspopup="dialog"
            aria-label={unseen.length === 0 ? t("inbox") : t("inboxUnseen", { count: unseen.length })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <AtSign size={17} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className={classes["inbox"] ?? ""} aria-label={t("inbox")}>
        <div className={classes["head"]}>
          <h2>{t("inbox")}</h2>
          {unseen.length > 0 && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => see.mutate(unseen.map(({ commentId }) => commentId))}
            >
              {t("inboxAllSeen")}
            </Button>
          )}
        </div>
        {mentions.length === 0 && <p>{t("inboxNone")}</p>}
        <ul>
          {mentions.map((mention) => (
            <li key={mention.commentId}>
              <MentionItem mention={mention} onOpen={() => open(mention)} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function MentionItem({ mention, onOpen }: { mention: Mention; onOpen: () => void }) {
  const { t } = useTranslation("comments");
  const format = useFormat();
  const [now] = useState(Date.now);
  return (
    <button type="button" data-seen={mention.isSeen} onClick={onOpen}>
      <span>
        <strong>{mention.authorName}</strong> {t("inboxAbout", { journey: mention.journeyName })}
        <time dateTime={mention.createdAt}>{format.ago(mention.createdAt, now)}</time>
      </span>
      <span>{mention.text}</span>
    </button>
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
