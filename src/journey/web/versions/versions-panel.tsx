import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMap } from "../map-context.ts";
import { Panel } from "../panel.tsx";
import { useRestedMapView } from "../screen-context.ts";
import { ChangeCounts } from "./change-counts.tsx";
import { useVersionDeeds, versionsQuery } from "./queries.ts";
import { VersionItem } from "./version-item.tsx";
import classes from "./versions.module.css";

/** The versions of the journey that is open, the last first. */
export function VersionsPanel() {
  const { t } = useTranslation("versions");
  const format = useFormat();
  const { journeyId, editor } = useMap();
  const listed = useQuery({ ...versionsQuery(journeyId), refetchOnMount: "always" });
  useFollowEdits(listed.refetch);
  return (
    <Panel title={t("title")}>
      <p className={classes["lead"]}>{t("lead")}</p>
      {editor !== null && <NameNow />}
      {listed.isPending && <Loading rows={4} />}
      {listed.isError && <ErrorState error={listed.error} retry={() => void listed.refetch()} />}
      {listed.data !== undefined && listed.data.versions.length === 0 && (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      )}
      {listed.data !== undefined && listed.data.versions.length > 0 && (
        <ol className={classes["versions"]}>
          <li className={classes["version"]}>
            <strong>{t("now")}</strong>
            <Since {...listed.data.now} />
            {listed.data.now.authors.length > 0 && (
              <small>{t("by", { names: format.list(listed.data.now.authors.map(({ name }) => name)) })}</small>
            )}
          </li>
          {listed.data.versions.map((version) => (
            <VersionItem key={version.id} version={version} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** What was changed since the last version is counted again when editing rests, once the server has it. */
function useFollowEdits(refetch: () => Promise<unknown>): void {
  const view = useRestedMapView(1_000, 5_000);
  const last = useRef(view);
  useEffect(() => {
    if (last.current === view) return;
    last.current = view;
    void refetch();
  }, [view, refetch]);
}

function Since({ changes }: { changes: Parameters<typeof ChangeCounts>[0]["counts"] }) {
  const { t } = useTranslation("versions");
  const isSame = Object.values(changes).every((count) => count === 0);
  return isSame ? <small>{t("nothingSince")}</small> : <ChangeCounts counts={changes} />;
}

function NameNow() {
  const { t } = useTranslation("versions");
  const [name, setName] = useState("");
  const deeds = useVersionDeeds();
  return (
    <form
      className={classes["nameNow"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") deeds.name.mutate(name.trim(), { onSuccess: () => setName("") });
      }}
    >
      <TextInput
        label={t("nameNow")}
        placeholder={t("namePlaceholder")}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={deeds.name.isPending} disabled={name.trim() === ""}>
        {t("keep")}
      </Button>
      <ErrorNote error={deeds.name.error} />
    </form>
  );
}
