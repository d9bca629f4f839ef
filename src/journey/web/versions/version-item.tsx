import { ActionIcon, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "#ui/confirm.tsx";
import { toast } from "#ui/toast.ts";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Version } from "../../api/versions.ts";
import { useMap } from "../map-context.ts";
import { ChangeCounts } from "./change-counts.tsx";
import { NameVersion } from "./name-version.tsx";
import { useVersionDeeds } from "./queries.ts";
import { VersionPreview } from "./version-preview.tsx";
import { useVersionName } from "./use-version-name.ts";
import classes from "./versions.module.css";

type Asking = "preview" | "restore" | "rename" | "delete";

/** One version: when, by whom, how much, and what can be done with it. */
export function VersionItem({ version }: { version: Version }) {
  const { t } = useTranslation("versions");
  const format = useFormat();
  const name = useVersionName()(version);
  const { journeyId, editor } = useMap();
  const { id: workspaceId } = useWorkspace();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { restore, remove } = useVersionDeeds();
  const navigate = useNavigate();
  const close = () => setAsking(null);
  const compare = () =>
    void navigate({
      to: "/w/$workspaceId/journeys/$journeyId/compare",
      params: { workspaceId, journeyId },
      search: { before: version.id },
    });
  const authors = version.authors.length > 0 ? version.authors : version.createdBy === null ? [] : [version.createdBy];
  return (
    <li className={classes["version"]} data-reason={version.reason}>
      <button type="button" className={classes["open"]} onClick={() => setAsking("preview")}>
        {version.reason === "named" ? version.name : t(version.reason)}
      </button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("actions", { name })}>
            <Ellipsis size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsking("preview")}>{t("preview")}</Menu.Item>
          <Menu.Item onClick={compare}>{t("compareNow")}</Menu.Item>
          {editor !== null && (
            <>
              <Menu.Item onClick={() => setAsking("restore")}>{t("restore")}</Menu.Item>
              <Menu.Item onClick={() => setAsking("rename")}>{t("rename")}</Menu.Item>
              <Menu.Item color="red" onClick={() => setAsking("delete")}>
                {t("delete")}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <small>
        <time dateTime={version.createdAt}>{format.dateTime(version.createdAt)}</time>
        {authors.length > 0 && ` ${t("by", { names: format.list(authors.map((author) => author.name)) })}`}
      </small>
      <ChangeCounts counts={version.changes} />
      {asking === "preview" && (
        <VersionPreview
          version={version}
          onRestore={editor === null ? undefined : () => setAsking("restore")}
          onClose={close}
        />
      )}
      {asking === "rename" && <NameVersion version={version} onClose={close} />}
      <Confirm
        opened={asking === "restore"}
        title={t("restoreTitle", { name })}
        action={t("restore")}
        busy={restore.isPending}
        error={restore.error}
        onClose={close}
        onConfirm={() =>
          restore.mutate(version, {
            onSuccess: (isDone) => {
              close();
              if (isDone) toast(t("restored", { name }));
            },
          })
        }
      >
        {t("restoreText")}
      </Confirm>
      <Confirm
        opened={asking === "delete"}
        title={t("deleteTitle", { name })}
        action={t("delete")}
        busy={remove.isPending}
        error={remove.error}
        onClose={close}
        onConfirm={() => remove.mutate(version, { onSuccess: close })}
      >
        {t("deleteText")}
      </Confirm>
    </li>
  );
}
