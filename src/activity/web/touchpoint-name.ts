import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import type { Import } from "../model.ts";
import { nameFromKey, touchpointNames } from "./draft.ts";
import { mappingOf } from "./queries.ts";

/** The name on screen of a touchpoint's key: the library's, else the mapping's, else made of the key. */
export function useTouchpointName(one: Import): (key: string) => string {
  const { i18n } = useTranslation();
  const { data: library } = useLibrary(one.workspaceId);
  const mapping = mappingOf(one);
  const own = mapping === null ? new Map<string, string>() : touchpointNames(mapping, i18n.language);
  return (key) =>
    library?.touchpoints.find((touchpoint) => touchpoint.key === key)?.name ?? own.get(key) ?? nameFromKey(key);
}
