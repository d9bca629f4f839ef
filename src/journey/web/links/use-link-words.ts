import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Link } from "../../model.ts";
import { useMap } from "../map-context.ts";

/** Links in words: as they are written on the map, and whole for those who hear it. */
export function useLinkWords() {
  const { t } = useTranslation("links");
  const { t: journey } = useTranslation("journey");
  const { view } = useMap();
  const library = useLibrary(useWorkspace().id).data;
  return useMemo(() => {
    const nameOf = (stepId: string, placementId: string | null) => {
      const current = view.get();
      const step = current?.steps.find(({ id }) => id === stepId)?.name || journey("stepPlaceholder");
      const placement = current?.placements.get(stepId)?.find(({ id }) => id === placementId);
      const touchpoint = library?.touchpoints.find(({ id }) => id === placement?.touchpointId);
      return touchpoint === undefined ? step : `${step}, ${touchpoint.name}`;
    };
    const short = ({ kind, name }: Link) => {
      if (kind === "break") return name === "" ? journey("link.break") : name;
      return name === "" ? journey(`link.${kind}`) : `${journey(`link.${kind}`)} · ${name}`;
    };
    const said = (link: Link) => {
      const from = nameOf(link.fromStepId, link.fromPlacementId);
      const to = nameOf(link.toStepId, link.toPlacementId);
      const words = t(`said.${link.kind}`, { from, to });
      return link.name === "" ? words : t("named", { said: words, name: link.name });
    };
    return { short, said, nameOf };
  }, [t, journey, view, library]);
}
