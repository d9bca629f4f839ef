import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import type { Version } from "../../api/versions.ts";
import { compareDocuments } from "../../compare.ts";
import { useMap } from "../map-context.ts";
import { namesFrom } from "./names.ts";
import { versionQuery } from "./queries.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useVersionName } from "./use-version-name.ts";

/** A version as a map that can only be read. */
export function VersionPreview({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation("versions");
  const { t: ui } = useTranslation("ui");
  const { journeyId } = useMap();
  const name = useVersionName()(version);
  const { data, error, isError, refetch } = useQuery(versionQuery(journeyId, version.id));
  const shown = useMemo(
    () =>
      data && {
        comparison: compareDocuments(data.file.document, data.file.document),
        names: namesFrom([data.file.names]),
      },
    [data],
  );
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={t("previewTitle", { name })}
      closeButtonProps={{ "aria-label": ui("close") }}
    >
      {isError && <ErrorState error={error} retry={() => void refetch()} />}
      {shown === undefined && !isError && <Loading rows={8} />}
      {shown !== undefined && <SideBySide {...shown} />}
    </Modal>
  );
}
