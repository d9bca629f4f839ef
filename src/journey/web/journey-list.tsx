import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Page } from "#ui/page.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { CreateJourney } from "./create-journey.tsx";
import { JourneyCard } from "./journey-card.tsx";
import { Thumbnail } from "./thumbnail.tsx";
import classes from "./list.module.css";
import { journeysQuery } from "./queries.ts";

/** A line for the empty list: what a journey will look like. */
const sketch = ([1, 2, -1, 1, -2, -1, 1] as const).map((band, index) => ({
  key: String(index),
  band,
  isTruth: band === -2,
  at: band / 2,
}));

/** The journeys of a workspace, each as its line. */
export function JourneysScreen() {
  const { t } = useTranslation("journey");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("journey:edit");
  const mayImport = useMay("import:run");
  const journeys = useQuery(journeysQuery(workspaceId));
  const [isCreating, setIsCreating] = useState(false);
  const create = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setIsCreating(true)}>
      {t("newJourney")}
    </Button>
  );
  return (
    <Page title={t("title")} actions={mayEdit && (journeys.data?.length ?? 0) > 0 && create}>
      {journeys.isPending && (
        <div className={classes["grid"]}>
          {[1, 2, 3].map((key) => (
            <Skeleton key={key} height={196} radius="md" />
          ))}
        </div>
      )}
      {journeys.isError && <ErrorState error={journeys.error} retry={() => void journeys.refetch()} />}
      {journeys.data?.length === 0 && (
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
              {mayEdit && create}
            </>
          }
        >
          {t("listEmptyText")}
        </EmptyState>
      )}
      {journeys.data !== undefined && journeys.data.length > 0 && (
        <ul className={classes["grid"]}>
          {journeys.data.map((journey) => (
            <li key={journey.id}>
              <JourneyCard journey={journey} />
            </li>
          ))}
        </ul>
      )}
      <CreateJourney workspaceId={workspaceId} opened={isCreating} onClose={() => setIsCreating(false)} />
    </Page>
  );
}
