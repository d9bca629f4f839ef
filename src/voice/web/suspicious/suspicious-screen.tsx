import { SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { useWorkspace } from "#workspace/web/index.ts";
import { type SuspiciousState, suspiciousStates } from "../../suspicious/model.ts";
import { surveysQuery } from "../queries.ts";
import { VoicePage } from "../voice-page.tsx";
import { SuspiciousList } from "./suspicious-list.tsx";
import classes from "./suspicious.module.css";
import { useCounts } from "./use-counts.ts";

/** Answers that were kept apart, to be looked at and judged by somebody. */
export function SuspiciousScreen() {
  const { t } = useTranslation("suspicious");
  const { id: workspaceId } = useWorkspace();
  const surveys = useQuery(surveysQuery(workspaceId)).data ?? [];
  const navigate = useNavigate();
  const { state = "undecided", survey }: { state?: SuspiciousState; survey?: string } = useSearch({ strict: false });
  const counts = useCounts(survey);
  const show = (change: { state?: SuspiciousState; survey?: string | undefined }) =>
    void navigate({ to: ".", search: { state, survey, ...change } });
  return (
    <VoicePage title={t("title")}>
      <p className={`soft ${classes["what"]}`}>{t("what")}</p>
      <div className={table["tools"]}>
        <SegmentedControl
          aria-label={t("states")}
          value={state}
          data={suspiciousStates.map((value) => ({ value, label: t(`state.${value}`, { n: counts?.[value] ?? "…" }) }))}
          onChange={(next) => show({ state: next })}
        />
        <Select
          className={table["grow"] ?? ""}
          aria-label={t("survey")}
          placeholder={t("anySurvey")}
          clearable
          searchable
          data={surveys.map(({ id, name }) => ({ value: id, label: name }))}
          value={survey ?? null}
          onChange={(next) => show({ survey: next ?? undefined })}
        />
      </div>
      <SuspiciousList key={`${state} ${survey}`} state={state} surveyId={survey} />
    </VoicePage>
  );
}
