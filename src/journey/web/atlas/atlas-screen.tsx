import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { periodLabel } from "#insight/web/index.ts";
import { usePersonas } from "#persona/web/index.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Page } from "#ui/page.tsx";
import { membersQuery, useMay, useWorkspace } from "#workspace/web/index.ts";
import { flatten, isWanted, sortJourneys, treeOf } from "../../atlas.ts";
import { Thumbnail } from "../thumbnail.tsx";
import { AtlasCards } from "./atlas-cards.tsx";
import { AtlasTable } from "./atlas-table.tsx";
import { AtlasArrange, AtlasTools } from "./atlas-tools.tsx";
import classes from "./atlas.module.css";
import { FoundList } from "./found-list.tsx";
import { type AtlasRow, sortFiguresOf } from "./rows.ts";
import { type AtlasSearch, isNarrowed, readAtlasSearch } from "./search.ts";
import { type Atlas, useAtlas } from "./use-atlas.ts";

/** A line for the empty list: what a journey will look like. */
const sketch = ([1, 2, -1, 1, -2, -1, 1] as const).map((band, index) => ({
  key: String(index),
  band,
  isTruth: band === -2,
  at: band / 2,
}));

/** The journeys of a workspace: found, narrowed, sorted, nested, with their measures. */
export function JourneysScreen() {
  const { t } = useTranslation("atlas");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("journey:edit");
  const atlas = useAtlas(workspaceId);
  const isEmpty = atlas.rows?.length === 0;
  return (
    <Page title={t("title")} actions={mayEdit && atlas.rows !== undefined && !isEmpty && <NewJourneyButton />}>
      {atlas.error !== null && atlas.rows === undefined && <ErrorState error={atlas.error} retry={atlas.retry} />}
      {atlas.error === null && atlas.rows === undefined && (
        <div className={classes["loading"]}>
          {[1, 2, 3].map((key) => (
            <Skeleton key={key} height={196} radius="md" />
          ))}
        </div>
      )}
      {isEmpty && <FirstJourney />}
      {atlas.rows !== undefined && !isEmpty && <AtlasList workspaceId={workspaceId} atlas={atlas} rows={atlas.rows} />}
    </Page>
  );
}

function NewJourneyButton() {
  const { t } = useTranslation("atlas");
  const { id: workspaceId } = useWorkspace();
  return (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      renderRoot={(props: object) => <Link to="/w/$workspaceId/journeys/new" params={{ workspaceId }} {...props} />}
    >
      {t("newJourney")}
    </Button>
  );
}

function FirstJourney() {
  const { t } = useTranslation("journey");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("journey:edit");
  const mayImport = useMay("import:run");
  return (
    <EmptyState
      picture={<Thumbnail stations={sketch} width={300} />}
      title={t("listEmptyTitle")}
      action={
        <>
          {mayImport && (
            <Button variant="default" component={Link} to={`/w/${workspaceId}/imports/new`}>
              {t("importFile")}
            </Button>
          )}
          {mayEdit && <NewJourneyButton />}
        </>
      }
    >
      {t("listEmptyText")}
    </EmptyState>
  );
}

function AtlasList({ workspaceId, atlas, rows }: { workspaceId: string; atlas: Atlas; rows: readonly AtlasRow[] }) {
  const { t, i18n } = useTranslation("atlas");
  const { search, show } = useAtlasSearch();
  const members = useQuery(membersQuery(workspaceId)).data ?? [];
  const personas = usePersonas(workspaceId).data ?? [];
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.journey.id, row])), [rows]);
  const branches = useMemo(() => {
    const wanted = rows.filter((row) => isWanted(row.journey, search, row.freshness)).map(({ journey }) => journey);
    const sorted = sortJourneys(
      wanted,
      search.order ?? "changed",
      ({ id }) => sortFiguresOf(rowOf.get(id) as AtlasRow),
      i18n.language,
    );
    return isNarrowed(search) ? sorted.map((journey) => ({ journey, depth: 0, children: [] })) : treeOf(sorted);
  }, [rows, rowOf, search, i18n.language]);
  const words = search.words ?? "";
  return (
    <>
      <AtlasTools
        journeys={rows.map(({ journey }) => journey)}
        members={members.map(({ userId, name }) => ({ id: userId, name }))}
        personas={personas}
        search={search}
        show={show}
      />
      <div className={classes["bar"]}>
        <p className="soft num" role="status">
          {t("count", { count: flatten(branches).length })}
          {atlas.period !== null && ` · ${t("period", { period: periodLabel(atlas.period, i18n.language) })}`}
          {atlas.figuresFailed && (
            <>
              {" · "}
              {t("figuresFailed")}{" "}
              <button type="button" onClick={atlas.retryFigures}>
                {t("retry")}
              </button>
            </>
          )}
        </p>
        <AtlasArrange search={search} show={show} />
      </div>
      {branches.length === 0 && words === "" && <p className={classes["none"]}>{t("none")}</p>}
      {branches.length > 0 &&
        (search.layout === "table" ? (
          <AtlasTable branches={branches} rowOf={rowOf} members={members} />
        ) : (
          <AtlasCards branches={branches} rowOf={rowOf} members={members} />
        ))}
      {words.length > 1 && <FoundList workspaceId={workspaceId} words={words} />}
    </>
  );
}

/** The atlas as the address says it. */
function useAtlasSearch() {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const search = useMemo(() => readAtlasSearch(raw), [raw]);
  const navigate = useNavigate();
  const show = (change: AtlasSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...change }), replace: true });
  return { search, show };
}
