import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "#workspace/web/index.ts";
import { MapFileWay } from "../importing/map-file-way.tsx";
import classes from "./templates.module.css";

/** A map that comes from elsewhere: as a map already, or as the traces that customers leave. */
export function ImportWays({ workspaceId }: { workspaceId: string }) {
  const { t } = useTranslation("templates");
  const mayImport = useMay("import:run");
  return (
    <div className={classes["kindGrid"]}>
      <section className={classes["wayCard"]}>
        <MapFileWay workspaceId={workspaceId} />
      </section>
      {mayImport && (
        <section className={classes["wayCard"]}>
          <h2>{t("importData")}</h2>
          <p>{t("importDataText")}</p>
          <Button variant="default" component={Link} to={`/w/${workspaceId}/imports/new`}>
            {t("importDataOpen")}
          </Button>
        </section>
      )}
    </div>
  );
}
