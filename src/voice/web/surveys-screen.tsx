import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { MessageCircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import table from "#ui/data-table.module.css";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { SurveySummary } from "../model.ts";
import { mainScore } from "../rules.ts";
import { surveysQuery } from "./queries.ts";
import { StateMark } from "./state-mark.tsx";
import { SurveyDialog } from "./survey-dialog-later.ts";
import { VoicePage } from "./voice-page.tsx";
import classes from "./voice.module.css";

/** Every survey of the workspace, the latest first. */
export function SurveysScreen() {
  const { t } = useTranslation("voice");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("survey:edit");
  const surveys = useQuery(surveysQuery(workspaceId));
  const { survey: open }: { survey?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"contact" | "relation" | null>(null);
  const show = (survey: string | undefined) => void navigate({ to: ".", search: { survey } });
  const ask = mayEdit && (
    <>
      <Button variant="default" onClick={() => setAsking("relation")}>
        {t("askRelation")}
      </Button>
      <Button leftSection={<MessageCircleQuestionMark size={16} aria-hidden />} onClick={() => setAsking("contact")}>
        {t("ask")}
      </Button>
    </>
  );
  return (
    <VoicePage title={t("surveys")} actions={surveys.data !== undefined && surveys.data.length > 0 && ask}>
      {surveys.isPending ? (
        <Loading />
      ) : surveys.data === undefined ? (
        <ErrorState error={surveys.error} retry={() => void surveys.refetch()} />
      ) : surveys.data.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          picture={<MessageCircleQuestionMark size={40} strokeWidth={1.2} />}
          action={ask}
        >
          {t("empty.text")}
        </EmptyState>
      ) : (
        <SurveyTable surveys={surveys.data} onOpen={show} />
      )}
      {asking === "contact" && <SurveyDialog surveyId={null} onClose={() => setAsking(null)} />}
      {asking === "relation" && (
        <SurveyDialog surveyId={null} touchpoint={null} planned="nps" onClose={() => setAsking(null)} />
      )}
      {open !== undefined && <SurveyDialog key={open} surveyId={open} onClose={() => show(undefined)} />}
    </VoicePage>
  );
}

interface SurveyTableProps {
  surveys: readonly SurveySummary[];
  onOpen: (surveyId: string) => void;
}

function SurveyTable({ surveys, onOpen }: SurveyTableProps) {
  const { t } = useTranslation("voice");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const library = useLibrary(workspaceId);
  const touchpoints = new Map(library.data?.touchpoints.map(({ id, name }) => [id, name]));
  return (
    <TableScroll label={t("surveys")}>
      <table className={`${table["table"]} ${classes["list"]}`} data-read>
        <thead>
          <tr>
            <th scope="col">{t("survey")}</th>
            <th scope="col">{t("touchpoint")}</th>
            <th scope="col">{t("score")}</th>
            <th scope="col">{t("column.state")}</th>
            <th scope="col" className={table["number"]}>
              {t("count.answers")}
            </th>
            <th scope="col">{t("column.last")}</th>
          </tr>
        </thead>
        <tbody>
          {surveys.map(({ id, name, touchpointId, content, state, answers, lastAnswerAt }) => (
            <tr key={id}>
              <td>
                <button type="button" className={classes["name"]} onClick={() => onOpen(id)}>
                  {name}
                </button>
              </td>
              <td>{touchpointId === null ? t("wholeRelation") : (touchpoints.get(touchpointId) ?? "—")}</td>
              <td>{t(`asked.${mainScore(content).metric}`)}</td>
              <td>
                <StateMark state={state} />
              </td>
              <td className={table["number"]} data-label={t("count.answers")}>
                {format.number(answers)}
              </td>
              <td className="soft">{lastAnswerAt === null ? "—" : format.dateTime(lastAnswerAt, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
