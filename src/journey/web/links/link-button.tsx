import type { KeyboardEvent } from "react";
import { deleteLink } from "../../edit.ts";
import { useTranslation } from "react-i18next";
import type { Link } from "../../model.ts";
import { useMap } from "../map-context.ts";
import classes from "./links.module.css";
import { useLinkWords } from "./use-link-words.ts";

/** What a link is called where it is drawn, or all that it says; it opens to be renamed, and Delete takes it away. */
export function LinkButton({ link, isWhole = false }: { link: Link; isWhole?: boolean }) {
  const { editor, linking } = useMap();
  const { short, said } = useLinkWords();
  const remove = useRemoveLink();
  const shared = { className: classes["label"], "data-kind": link.kind, "data-item": true, tabIndex: -1 };
  if (editor === null)
    return (
      <span {...shared} role="note" aria-label={isWhole ? said(link) : `${short(link)} : ${said(link)}`}>
        {isWhole ? said(link) : short(link)}
      </span>
    );
  const open = () => linking.set({ linkId: link.id, stepId: link.fromStepId, placementId: link.fromPlacementId });
  const onKeyDown = (event: KeyboardEvent) => {
    const removes = event.key === "Delete" || event.key === "Backspace";
    if (!removes && event.key !== "F2") return;
    event.preventDefault();
    event.stopPropagation();
    if (removes) remove(link);
    else open();
  };
  return (
    <button
      type="button"
      {...shared}
      aria-label={isWhole ? said(link) : `${short(link)} : ${said(link)}`}
      aria-haspopup="dialog"
      onKeyDown={onKeyDown}
      onClick={open}
    >
      {isWhole ? said(link) : short(link)}
    </button>
  );
}

/** Takes a link away and offers to take that back. */
export function useRemoveLink(): (link: Link) => void {
  const { t } = useTranslation("links");
  const { editor, offerUndo } = useMap();
  const { said } = useLinkWords();
  return (link) => {
    if (editor?.change((doc) => deleteLink(doc, link.id)) === true) offerUndo(t("deleted", { link: said(link) }));
  };
}
