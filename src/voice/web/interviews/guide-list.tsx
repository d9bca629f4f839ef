import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DeleteButton } from "#ui/delete-button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import list from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import classes from "./interviews.module.css";
import { guidesQuery, useDeleteGuide, useJourneys } from "./queries.ts";

/** The guides of the workspace, the last changed first. */
export function GuideList({ start }: { start: ReactNode }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("interview:edit");
  const guides = useQuery(guidesQuery(workspaceId));
  const journeys = useJourneys();
  const remove = useDeleteGuide();
  if (guides.isPending) return <Loading />;
  if (guides.data === undefined) return <ErrorState error={guides.error} retry={() => void guides.refetch()} />;
  if (guides.data.length === 0) {
    return (
      <EmptyState title={t("noGuides.title")} picture={<ListChecks size={40} strokeWidth={1.2} />} action={start}>
        {t("noGuides.text")}
      </EmptyState>
    );
  }
  return (
    <ul className={list["list"]} aria-label={t("view.guides")}>
      {guides.data.map(({ id, name, audience, language, journeyId, sections, interviews }) => (
        <li key={id} className={classes["guideRow"]}>
          <Link
            className={classes["row"]}
            to="/w/$workspaceId/voice/interviews/guides/$guideId"
            params={{ workspaceId, guideId: id }}
          >
            <span className={classes["who"]}>
              <b>{name}</b>
              <small className="soft">
                {[t(`audience.${audience}`), journeys.data?.find((each) => each.id === journeyId)?.name]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
            <span className="soft num">
              {t("questionCount", { count: sections.reduce((sum, { questions }) => sum + questions.length, 0) })}
            </span>
            <span className="soft num">{t("interviewCount", { count: interviews })}</span>
            <span className="soft">{language.toUpperCase()}</span>
          </Link>
          {mayEdit && (
            <DeleteButton name={name} loss={t("deleteGuide")} refusal={t("deleteGuide")} onDelete={() => remove(id)} />
          )}
        </li>
      ))}
    </ul>
  );
}
