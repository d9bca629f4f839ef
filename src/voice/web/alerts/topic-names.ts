import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "#workspace/web/index.ts";
import { commentReaderQuery } from "../verbatims/queries.ts";

/** The topics of the workspace's comments by id, in the language on screen. */
export function useTopicNames(): ReadonlyMap<string, string> {
  const { i18n } = useTranslation();
  const { id: workspaceId } = useWorkspace();
  const reader = useQuery(commentReaderQuery(workspaceId));
  const language = i18n.language === "fr" ? "fr" : "en";
  return new Map(reader.data?.topics.map((topic) => [topic.id, topic[language].name]));
}
