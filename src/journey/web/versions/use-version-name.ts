import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { Version } from "../../api/versions.ts";

/** The name of a version, or what it is and when it was kept. */
export function useVersionName(): (version: Pick<Version, "reason" | "name" | "createdAt">) => string {
  const { t } = useTranslation("versions");
  const format = useFormat();
  return ({ reason, name, createdAt }) => (reason === "named" ? name : `${t(reason)}, ${format.dateTime(createdAt)}`);
}
