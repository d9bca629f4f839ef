import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Import } from "../model.ts";

/** The name its mapping gives it, else its files. */
export function useImportTitle(one: Import): string {
  const { t } = useTranslation("activity");
  const format = useFormat();
  return one.name ?? (one.files.length > 0 ? format.list(one.files.map(({ name }) => name)) : t("import"));
}

export function useImportCrumbs() {
  const { t } = useTranslation("activity");
  const { id: workspaceId } = useWorkspace();
  return [
    {
      key: "imports",
      link: (
        <Link to="/w/$workspaceId/imports" params={{ workspaceId }}>
          {t("imports")}
        </Link>
      ),
    },
  ];
}
