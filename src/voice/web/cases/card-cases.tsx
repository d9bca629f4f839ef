import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FolderOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { casesQuery } from "./queries.ts";

/** The way from a card of a map to the cases that it was told by; nothing where there are none. */
export function CardCases({ cardId }: { cardId: string }) {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const mayRead = useMay("case:read");
  const behind = useQuery({ ...casesQuery(workspaceId, { cardId, limit: 1 }), enabled: mayRead });
  if (behind.data === undefined || behind.data.total === 0) return null;
  return (
    <p>
      <FolderOpen size={14} aria-hidden />{" "}
      <Link to="/w/$workspaceId/voice/cases" params={{ workspaceId }} search={{ card: cardId }}>
        {t("count", { count: behind.data.total })}
      </Link>
    </p>
  );
}
