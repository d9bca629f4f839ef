import { useTranslation } from "react-i18next";
import { type ItemRef, readRef } from "../item.ts";
import { useItemName } from "../journey-map.tsx";
import { useMap } from "../map-context.ts";
import { type MapView, findCard } from "../map-view.ts";
import { useScreen } from "../screen-context.ts";
import { useStore } from "../store.ts";

/** What a thread is about, in the reader's words; `isThere`: whether it can be gone to. */
export interface SubjectName {
  kind: string;
  name: string;
  isThere: boolean;
}

/** What a subject is called now, or was called when it is gone; who shows it is drawn again only when that changes. */
export function useSubjectName(subject: string, nameBefore: string): SubjectName {
  const { t } = useTranslation("comments");
  const { figures } = useScreen();
  const nameOf = useItemName(figures);
  const item = readRef(subject);
  const name = useStore(useMap().view, (view) => {
    if (view === null) return null;
    if (item === null) return view.name;
    return isOn(view, item) ? nameOf(item) : null;
  });
  if (name === null) return { kind: t("deletedItem"), name: nameBefore, isThere: false };
  return { kind: t(`kind.${item?.kind ?? "journey"}`), name, isThere: true };
}

function isOn(view: MapView, { kind, id }: ItemRef): boolean {
  const has = (list: readonly { id: string }[]) => list.some((item) => item.id === id);
  if (kind === "stage") return has(view.stages);
  if (kind === "step") return has(view.steps);
  if (kind === "lane") return has(view.lanes);
  if (kind === "link") return has(view.links);
  if (kind === "card") return findCard(view, id) !== null;
  return view.placements.values().some(has);
}
