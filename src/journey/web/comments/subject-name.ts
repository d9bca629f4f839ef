import { useTranslation } from "react-i18next";
import { readRef } from "../item.ts";
import { useItemName } from "../journey-map.tsx";
import type { MapView } from "../map-view.ts";
import { useScreen } from "../screen-context.ts";

/** What a thread is about, in the reader's words; `isThere`: whether it can be gone to. */
export interface SubjectName {
  kind: string;
  name: string;
  isThere: boolean;
}

/** Says what a subject is called now, or was called when it is gone. */
export function useSubjectName(): (subject: string, nameBefore: string) => SubjectName {
  const { t } = useTranslation("comments");
  const { view, figures } = useScreen();
  const nameOf = useItemName(figures);
  return (subject, nameBefore) => {
    const item = readRef(subject);
    if (item === null) return { kind: t("kind.journey"), name: view.name, isThere: true };
    const kind = t(`kind.${item.kind}`);
    return isOn(view, subject)
      ? { kind, name: nameOf(item), isThere: true }
      : { kind: t("deletedItem"), name: nameBefore, isThere: false };
  };
}

function isOn({ stages, steps, lanes, cards, placements }: MapView, subject: string): boolean {
  const item = readRef(subject);
  const has = (list: readonly { id: string }[]) => list.some(({ id }) => id === item?.id);
  if (item?.kind === "stage") return has(stages);
  if (item?.kind === "step") return has(steps);
  if (item?.kind === "lane") return has(lanes);
  if (item?.kind === "card") return [...cards.values()].some((byStep) => [...byStep.values()].some(has));
  return [...placements.values()].some(has);
}
