import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Inbox } from "#ui/inbox.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Alert } from "../../alerts/model.ts";
import { myAlertsQuery, useSeeAlerts } from "./queries.ts";
import { useAlertTitle } from "./use-alert-title.ts";
import { useSaySight } from "./use-say-sight.ts";

/** The alerts that the reader is told of, with how many they have not seen. */
export function AlertInbox() {
  const { t } = useTranslation("alerts");
  const { id: workspaceId } = useWorkspace();
  const navigate = useNavigate();
  const mine = useQuery(myAlertsQuery(workspaceId)).data;
  const see = useSeeAlerts(workspaceId);
  const titleOf = useAlertTitle();
  const saySight = useSaySight();
  const textOf = ({ answer, cause, touchpointName }: Alert) =>
    cause.kind === "drop" || cause.kind === "silence"
      ? `${touchpointName} · ${saySight(cause).finding}`
      : answer?.comment || touchpointName;
  const { alerts = [], unseen = 0 } = mine ?? {};
  const open = alerts.filter(({ doneAt }) => doneAt === null);
  return (
    <Inbox
      icon={<Bell size={17} aria-hidden />}
      title={t("inbox")}
      label={unseen === 0 ? t("inbox") : t("inboxUnseen", { count: unseen })}
      unseen={unseen}
      items={open.map((alert) => ({
        id: alert.id,
        isSeen: alert.isSeen,
        title: <strong>{titleOf(alert)}</strong>,
        text: textOf(alert),
        at: alert.createdAt,
      }))}
      none={t("inboxNone")}
      allSeen={t("inboxAllSeen")}
      onAllSeen={() => see.mutate(open.filter(({ isSeen }) => !isSeen).map(({ id }) => id))}
      onOpen={({ id, isSeen }) => {
        if (!isSeen) see.mutate([id]);
        void navigate({ to: "/w/$workspaceId/voice/alerts", params: { workspaceId }, search: { alert: id } });
      }}
      more={{
        label: t("inboxList"),
        onOpen: () => void navigate({ to: "/w/$workspaceId/voice/alerts", params: { workspaceId } }),
      }}
    />
  );
}
