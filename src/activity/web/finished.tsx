import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileDown } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { listJourneys } from "#journey/api.ts";
import { call, urlOf } from "#ui/call.ts";
import { Section } from "#ui/section.tsx";
import { useMay } from "#workspace/web/index.ts";
import { downloadMapping } from "../api.ts";
import type { Import } from "../model.ts";
import { Counts } from "./counts.tsx";
import { MappingError, thrown } from "./mapping-error.tsx";
import { Quarantine } from "./quarantine.tsx";
import { mappingOf } from "./queries.ts";
import { useTouchpointName } from "./touchpoint-name.ts";

/** An import that is over: what it made, the map that shows it, and the rows it could not read. */
export function Finished({ one }: { one: Import }) {
  const { t } = useTranslation("activity");
  const nameOf = useTouchpointName(one);
  const mayRun = useMay("import:run");
  useFreshData(one);
  const params = { workspaceId: one.workspaceId, importId: one.id };
  return (
    <>
      {one.error !== null && (
        <Section title={t("failed.title")}>
          <MappingError error={thrown(one.error)} mapping={one.mapping} />
        </Section>
      )}
      {one.status === "cancelled" && (
        <Section title={t("cancelled.title")}>
          <p>{t("cancelled.text")}</p>
        </Section>
      )}
      {one.counts !== null && (
        <Section
          title={t(one.status === "done" ? "done.title" : "done.wouldBe")}
          action={one.status === "done" && <MapLink one={one} />}
        >
          <Counts counts={one.counts} nameOf={nameOf} />
        </Section>
      )}
      {mayRun && (one.counts?.quarantined ?? 0) > 0 && <Quarantine one={one} />}
      {one.mapping !== null && one.mapping !== undefined && (
        <div>
          <Button
            component="a"
            variant="default"
            href={urlOf(downloadMapping.path, params)}
            download
            leftSection={<FileDown size={15} aria-hidden />}
          >
            {t("downloadMapping")}
          </Button>
        </div>
      )}
    </>
  );
}

/** What was known from before the import (journeys, library, measures) lacks what it made. */
function useFreshData({ status }: Import): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (status === "done") void queryClient.invalidateQueries();
  }, [queryClient, status]);
}

/** The way to the journey that the mapping made or completed. */
function MapLink({ one }: { one: Import }) {
  const { t } = useTranslation("activity");
  const { workspaceId } = one;
  const key = mappingOf(one)?.journey?.key;
  const journeys = useQuery({
    queryKey: ["journeys", workspaceId],
    queryFn: ({ signal }) => call(listJourneys, { params: { workspaceId }, signal }),
  });
  const journey = journeys.data?.find((candidate) => candidate.key === key);
  return journey === undefined ? (
    <Button component={Link} to={`/w/${workspaceId}/journeys`}>
      {t("done.journeys")}
    </Button>
  ) : (
    <Button component={Link} to={`/w/${workspaceId}/journeys/${journey.id}`}>
      {t("done.map")}
    </Button>
  );
}
