import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "#workspace/web/index.ts";

/** The way back to the journeys of the workspace, over a page. */
export function useJourneysCrumb() {
  const { t } = useTranslation("journey");
  const { id: workspaceId } = useWorkspace();
  return {
    key: "journeys",
    link: (
      <Link to="/w/$workspaceId/journeys" params={{ workspaceId }}>
        {t("title")}
      </Link>
    ),
  };
}
