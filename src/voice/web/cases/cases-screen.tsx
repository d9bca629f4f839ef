import { Button, Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FolderOpen, FolderPlus, Settings2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useMay, useSession, useWorkspace } from "#workspace/web/index.ts";
import { VoicePage } from "../voice-page.tsx";
import { type CaseSearch, CaseFilters } from "./case-filters.tsx";
import { CaseList } from "./case-list.tsx";
import { CasePanel } from "./case-panel.tsx";
import classes from "./cases.module.css";
import { NewCase } from "./new-case.tsx";
import { type CaseFilter, casesQuery } from "./queries.ts";
import { RecoveryFigures } from "./recovery-figures.tsx";

const aPage = 100;
const day = 86_400_000;
/** How far back the screen says how customers were recovered. */
const recoveryDays = 90;

/** The cases of the workspace, what is due first on top, and the one that is open beside them. */
export function CasesScreen() {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const mayWork = useMay("case:work");
  const me = useSession().user.id;
  const search: CaseSearch & { case?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [isOpening, setIsOpening] = useState(false);
  const [limit, setLimit] = useState(aPage);
  const cases = useQuery(casesQuery(workspaceId, { ...filterOf(search, me), limit }));
  const show = (change: CaseSearch & { case?: string | undefined }) =>
    void navigate({ to: ".", search: { ...search, ...change } });
  const actions = (
    <>
      <Button
        component={Link}
        to={`/w/${workspaceId}/voice/cases/settings`}
        variant="default"
        leftSection={<Settings2 size={16} aria-hidden />}
      >
        {t("settings")}
      </Button>
      {mayWork && (
        <Button leftSection={<FolderPlus size={16} aria-hidden />} onClick={() => setIsOpening(true)}>
          {t("open")}
        </Button>
      )}
    </>
  );
  const isNarrowed = Object.keys(search).some((key) => key !== "case");
  return (
    <VoicePage title={t("title")} actions={actions}>
      <RecoveryFigures from={dayAgo(recoveryDays)} to={dayAgo(0)} />
      <CaseFilters search={search} onChange={show} />
      {cases.isPending ? (
        <Loading />
      ) : cases.data === undefined ? (
        <ErrorState error={cases.error} retry={() => void cases.refetch()} />
      ) : cases.data.cases.length === 0 ? (
        <EmptyState
          title={t(isNarrowed ? "noneLike.title" : "empty.title")}
          picture={<FolderOpen size={40} strokeWidth={1.2} />}
        >
          {t(isNarrowed ? "noneLike.text" : "empty.text")}
        </EmptyState>
      ) : (
        <>
          <p className="soft" role="status">
            {t("count", { count: cases.data.total })}
          </p>
          <CaseList cases={cases.data.cases} current={search.case} onOpen={(id) => show({ case: id })} />
          {cases.data.total > cases.data.cases.length && (
            <Button variant="default" mt="sm" loading={cases.isFetching} onClick={() => setLimit(limit + aPage)}>
              {t("more")}
            </Button>
          )}
        </>
      )}
      <Drawer
        opened={search.case !== undefined}
        onClose={() => show({ case: undefined })}
        position="right"
        size="34rem"
        title={t("case")}
        closeButtonProps={{ "aria-label": t("closePanel") }}
        // The kit makes it a <header>, which outside of everything else would be a second banner of the page.
        attributes={{ header: { role: "presentation" } }}
        classNames={{ title: classes["drawerTitle"] ?? "" }}
      >
        {search.case !== undefined && <CasePanel key={search.case} caseId={search.case} />}
      </Drawer>
      {isOpening && (
        <NewCase
          onClose={() => setIsOpening(false)}
          onOpened={(id) => {
            setIsOpening(false);
            show({ case: id });
          }}
        />
      )}
    </VoicePage>
  );
}

/** The day so many days ago. */
function dayAgo(days: number): string {
  return new Date(Date.now() - days * day).toISOString().slice(0, 10);
}

/** What the address says, as it is asked for: what is under way unless it says otherwise. */
function filterOf({ state, who, late, touchpoint, cause, card }: CaseSearch, me: string): CaseFilter {
  return {
    ...(state === "all" ? {} : { state: state ?? ((cause ?? card) ? undefined : "underWay") }),
    ...(who !== undefined && { assignee: who === "me" ? me : who }),
    ...(late === true && { late: "true" }),
    touchpointId: touchpoint,
    causeId: cause,
    cardId: card,
  };
}
