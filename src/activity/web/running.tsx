import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay } from "#workspace/web/index.ts";
import { cancelImport } from "../api.ts";
import type { Import } from "../model.ts";
import { useImportStep } from "./queries.ts";
import classes from "./running.module.css";

/** An import at work: how far, how fast, how long still, and the way to stop it. */
export function Running({ one }: { one: Import }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const mayRun = useMay("import:run");
  const cancel = useImportStep(() =>
    call(cancelImport, { params: { workspaceId: one.workspaceId, importId: one.id } }),
  );
  const { rows, bytes, bytesTotal, rowsPerSecond, secondsLeft } = one.progress;
  const share = bytesTotal > 0 ? Math.min(1, bytes / bytesTotal) : 0;
  return (
    <section className={classes["running"]}>
      <h2>
        {t(
          one.isDryRun
            ? "running.checking"
            : `running.${one.status === "queued" ? "queued" : one.status === "publishing" ? "publishing" : "reading"}`,
        )}
      </h2>
      <Progress value={share * 100} size="lg" aria-label={t("running.progress")} animated={one.status !== "queued"} />
      <dl className={classes["figures"]}>
        <div>
          <dt>{t("running.rows")}</dt>
          <dd>{format.number(rows)}</dd>
        </div>
        <div>
          <dt>{t("running.read")}</dt>
          <dd>{format.percent(share)}</dd>
        </div>
        <div>
          <dt>{t("running.rate")}</dt>
          <dd>{rowsPerSecond > 0 ? t("running.perSecond", { n: format.number(Math.round(rowsPerSecond)) }) : "—"}</dd>
        </div>
        <div>
          <dt>{t("running.left")}</dt>
          <dd>{secondsLeft === null ? "—" : format.duration(secondsLeft)}</dd>
        </div>
      </dl>
      <p className="soft">{t("running.leave")}</p>
      <ErrorNote error={cancel.error} />
      {mayRun && one.status !== "publishing" && (
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t("running.cancel")}
        </Button>
      )}
    </section>
  );
}
