import { SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { compareDocuments, countChanges } from "../../compare.ts";
import { journeyQuery } from "../queries.ts";
import { useJourneysCrumb } from "../use-journeys-crumb.tsx";
import { ChangeCounts } from "./change-counts.tsx";
import { ChangeList } from "./change-list.tsx";
import { DrawnSides } from "./drawn-sides.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { type SideRef, useSides, useTwoSides } from "./sides.ts";
import classes from "./versions.module.css";

const ways = ["list", "side", "drawn"] as const;

/** What the address says: the two sides, and how they are shown. */
export interface CompareSearch {
  before?: SideRef | undefined;
  after?: SideRef | undefined;
  as?: (typeof ways)[number] | undefined;
}

/** What differs between two versions of a journey, or between what is lived and what is wanted. */
export function CompareScreen() {
  const { t } = useTranslation("versions");
  const { t: words } = useTranslation("journey");
  const { journeyId = "" } = useParams({ strict: false });
  const { id: workspaceId } = useWorkspace();
  const search: CompareSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (change: CompareSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...change }), replace: true });
  const journey = useQuery(journeyQuery(journeyId));
  const { choices, usual } = useSides(journey.data);
  const refs = [search.before ?? usual[0], search.after ?? (search.before === undefined ? usual[1] : "now")] as const;
  const { before, after, names, error, retry } = useTwoSides(journeyId, workspaceId, [refs[0], refs[1]]);
  const comparison = useMemo(
    () => (before === undefined || after === undefined ? undefined : compareDocuments(before.document, after.document)),
    [before, after],
  );
  // Where nothing differs there is nothing to list.
  const as = comparison?.changes.length === 0 && search.as !== "drawn" ? "side" : (search.as ?? "list");
  const crumbs = [
    useJourneysCrumb(),
    {
      key: "journey",
      link: (
        <Link to="/w/$workspaceId/journeys/$journeyId" params={{ workspaceId, journeyId }}>
          {journey.data?.name || words("unnamedJourney")}
        </Link>
      ),
    },
  ];
  return (
    <Page title={t("compareTitle")} crumbs={crumbs}>
      <div className={classes["bar"]}>
        <Select
          label={t("before")}
          value={refs[0]}
          data={choices}
          allowDeselect={false}
          onChange={(value) => show({ before: value ?? undefined })}
        />
        <Select
          label={t("after")}
          value={refs[1]}
          data={choices}
          allowDeselect={false}
          onChange={(value) => show({ after: value ?? undefined })}
        />
        {comparison !== undefined && <ChangeCounts counts={countChanges(comparison.changes)} />}
        <SegmentedControl
          aria-label={t("showAs")}
          value={search.as ?? "list"}
          data={ways.map((value) => ({ value, label: t(`as.${value}`) }))}
          onChange={(value) => show({ as: value })}
        />
      </div>
      {error !== null && <ErrorState error={error} retry={retry} />}
      {comparison === undefined && error === null && <Loading rows={8} />}
      {comparison?.changes.length === 0 && <EmptyState title={t("same")}>{t("sameText")}</EmptyState>}
      {comparison !== undefined && as === "list" && <ChangeList comparison={comparison} names={names} />}
      {comparison !== undefined && as === "side" && <SideBySide comparison={comparison} names={names} />}
      {comparison !== undefined && as === "drawn" && before !== undefined && after !== undefined && (
        <DrawnSides before={before} after={after} changes={comparison.changes} />
      )}
    </Page>
  );
}
