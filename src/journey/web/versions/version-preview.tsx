import { Button, Group, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import type { Version } from "../../api/versions.ts";
import { compareDocuments } from "../../compare.ts";
import { useMap } from "../map-context.ts";
import { Drawn } from "./drawn.tsx";
import { inputOf } from "./input-of.ts";
import { namesFrom } from "./names.ts";
import { versionQuery } from "./queries.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useVersionName } from "./use-version-name.ts";

const ways = ["drawn", "table"] as const;

interface VersionPreviewProps {
  version: Version;
  /** Absent for whoever may only read. */
  onRestore?: (() => void) | undefined;
  onClose: () => void;
}

/** A version as a map that can only be read: drawn, or as a table. */
export function VersionPreview({ version, onRestore, onClose }: VersionPreviewProps) {
  const { t } = useTranslation("versions");
  const [as, setAs] = useState<(typeof ways)[number]>("drawn");
  const { journeyId } = useMap();
  const name = useVersionName()(version);
  const { data, error, isError, refetch } = useQuery(versionQuery(journeyId, version.id));
  const shown = useMemo(
    () =>
      data && {
        comparison: compareDocuments(data.file.document, data.file.document),
        names: namesFrom([data.file.names]),
        input: inputOf(data.file, version.createdAt),
      },
    [data, version.createdAt],
  );
  return (
    <Dialog opened fullScreen onClose={onClose} title={t("previewTitle", { name })}>
      {isError && <ErrorState error={error} retry={() => void refetch()} />}
      {shown === undefined && !isError && <Loading rows={8} />}
      {shown !== undefined && (
        <>
          <Group mb="sm" justify="space-between">
            <SegmentedControl
              aria-label={t("showPreviewAs")}
              value={as}
              data={ways.map((value) => ({ value, label: t(`previewAs.${value}`) }))}
              onChange={setAs}
            />
            {onRestore !== undefined && (
              <Button variant="default" onClick={onRestore}>
                {t("restore")}
              </Button>
            )}
          </Group>
          {as === "drawn" ? (
            <Drawn input={shown.input} label={t("previewTitle", { name })} />
          ) : (
            <SideBySide comparison={shown.comparison} names={shown.names} />
          )}
        </>
      )}
    </Dialog>
  );
}
