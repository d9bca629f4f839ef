import { Progress } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { Page } from "#ui/page.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import classes from "./new-import.module.css";
import { TableFiles } from "./table-files.tsx";
import { useUpload } from "./upload.ts";

/** The first step of an import: give it files. Everything else is proposed on the next screen. */
export function NewImportScreen() {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const navigate = useNavigate();
  const { send, share } = useUpload(workspaceId);
  const onFiles = (files: File[]) =>
    send.mutate(
      { files },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: "/w/$workspaceId/imports/$importId", params: { workspaceId, importId: id } }),
      },
    );
  return (
    <Page
      title={t("newImport")}
      layout="text"
      crumbs={[
        {
          key: "imports",
          link: (
            <Link to="/w/$workspaceId/imports" params={{ workspaceId }}>
              {t("imports")}
            </Link>
          ),
        },
      ]}
    >
      <TableFiles onFiles={onFiles} isDisabled={send.isPending}>
        <h2>{t("drop.title")}</h2>
        <p className={classes["lead"]}>{t("drop.text")}</p>
        {share !== null && (
          <div className={classes["sending"]} role="status">
            <Progress value={share * 100} aria-label={t("drop.sending")} />
            {t("drop.sending")} {format.percent(share)}
          </div>
        )}
      </TableFiles>
      <div className={classes["error"]}>
        <ErrorNote error={send.error} />
      </div>
      <dl className={classes["shapes"]}>
        {(["contact", "case", "answer"] as const).map((shape) => (
          <div key={shape}>
            <dt>{t(`shape.${shape}`)}</dt>
            <dd>{t(`shapeHelp.${shape}`)}</dd>
            <dd>
              <code>{t(`shapeExample.${shape}`)}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t("drop.formats")}</p>
    </Page>
  );
}
