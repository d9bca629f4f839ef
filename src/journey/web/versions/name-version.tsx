import { useTranslation } from "react-i18next";
import { NameDialog } from "#ui/name-dialog.tsx";
import type { Version } from "../../api/versions.ts";
import { useVersionDeeds } from "./queries.ts";

/** Gives a version a name, with which it stays for good. */
export function NameVersion({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation("versions");
  const { rename } = useVersionDeeds();
  return (
    <NameDialog
      title={t("renameTitle")}
      label={t("renameField")}
      start={version.name}
      busy={rename.isPending}
      error={rename.error}
      onName={(name) => rename.mutate({ id: version.id, name }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
