import { ActionIcon, Menu } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay } from "#workspace/web/index.ts";
import { deleteJourney } from "../api.ts";
import type { JourneySummary } from "../model.ts";
import classes from "./list.module.css";
import { journeysQuery } from "./queries.ts";
import { RenameJourney } from "./rename-journey.tsx";
import { Thumbnail } from "./thumbnail.tsx";
import { useThumbnail } from "./use-thumbnail.ts";

/** A journey in the list: its line, its name, how much is on it. */
export function JourneyCard({ journey }: { journey: JourneySummary }) {
  const { t } = useTranslation("journey");
  const format = useFormat();
  const mayEdit = useMay("journey:edit");
  const { id: journeyId, workspaceId, name, state } = journey;
  const shown = name === "" ? t("unnamedJourney") : name;
  const [now] = useState(Date.now);
  const thumbnail = useThumbnail(journeyId);
  const counts = [t("steps", { count: journey.steps }), t("touchpoints", { count: journey.touchpoints })];
  return (
    <article className={classes["card"]}>
      <div className={classes["thumbnail"]}>
        {thumbnail !== null && thumbnail.stations.length > 0 && <Thumbnail stations={thumbnail.stations} width={320} />}
        {thumbnail?.stations.length === 0 && <p className="soft">{t("notDrawn")}</p>}
      </div>
      <div className={classes["words"]}>
        <h2>
          <Link to="/w/$workspaceId/journeys/$journeyId" params={{ workspaceId, journeyId }}>
            {shown}
          </Link>
          <span className={classes["chip"]}>{t(`state.${state}`)}</span>
        </h2>
        <p className="soft num">{counts.join(" · ")}</p>
        <p className={`soft num ${classes["news"]}`}>
          <span>{t("changed", { ago: format.ago(journey.updatedAt, now) })}</span>
          {thumbnail !== null && thumbnail.below > 0 && (
            <span className={classes["below"]}>▼ {t("thumbnailBelow", { count: thumbnail.below })}</span>
          )}
        </p>
      </div>
      {mayEdit && <CardActions journey={journey} shown={shown} />}
    </article>
  );
}

function CardActions({ journey, shown }: { journey: JourneySummary; shown: string }) {
  const { t } = useTranslation("journey");
  const [asking, setAsking] = useState<"rename" | "delete" | null>(null);
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(deleteJourney, { params: { journeyId: journey.id } }),
    onSuccess: async () => {
      setAsking(null);
      await queryClient.invalidateQueries(journeysQuery(journey.workspaceId));
    },
  });
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes["actions"] ?? ""}
            aria-label={t("actionsOf", { name: shown })}
          >
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={14} aria-hidden />} onClick={() => setAsking("rename")}>
            {t("rename")}
          </Menu.Item>
          <Menu.Item leftSection={<Trash2 size={14} aria-hidden />} color="red" onClick={() => setAsking("delete")}>
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === "rename" && <RenameJourney journey={journey} onClose={() => setAsking(null)} />}
      <Confirm
        opened={asking === "delete"}
        title={t("deleteTitle", { name: shown })}
        action={t("deleteJourney")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(null)}
      >
        {t("deleteText")}
      </Confirm>
    </>
  );
}
