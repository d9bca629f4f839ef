import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePersonas } from "#persona/web/index.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type PersonaMark, personaMarks } from "../../persona-marks.ts";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";

const nobody: PersonaMark[] = [];

/** The personas that this map tells of, in its order, each with its letter; one that is gone still has its place. */
export function useMapPersonas(): readonly PersonaMark[] {
  const { t } = useTranslation("personas");
  const { view } = useMap();
  const { id: workspaceId } = useWorkspace();
  const onMap = useStore(view, (current) => current?.personas);
  const known = usePersonas(workspaceId).data;
  return useMemo(() => {
    if (onMap === undefined || onMap.length === 0) return nobody;
    const names = new Map(known?.map(({ id, name }) => [id, name]));
    return personaMarks(onMap.map(({ id }) => ({ id, name: names.get(id) ?? t("unknown") })));
  }, [onMap, known, t]);
}
