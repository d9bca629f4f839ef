import type { KeyboardEvent } from "react";
import type { Link } from "../../model.ts";
import { TalkBadge } from "../comments/talk-badge.tsx";
import { useMap } from "../map-context.ts";
import { PeerTag } from "../peer-tag.tsx";
import { useItem } from "../use-item.ts";
import classes from "./links.module.css";
import { useLinkWords } from "./use-link-words.ts";

/** What a link is called where it is drawn, or all that it says; a press or F2 opens it, or what is said of it. */
export function LinkButton({ link, isWhole = false }: { link: Link; isWhole?: boolean }) {
  const { editor, linking, openPanel } = useMap();
  const { short, said } = useLinkWords();
  const { peer, props } = useItem({ kind: "link", id: link.id });
  const open = () =>
    editor === null
      ? openPanel("comments", props["data-ref"])
      : linking.set({ linkId: link.id, stepId: link.fromStepId, placementId: link.fromPlacementId });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "F2") return;
    event.preventDefault();
    event.stopPropagation();
    open();
  };
  return (
    <span className={classes["holder"]}>
      <button
        type="button"
        {...props}
        className={classes["label"]}
        data-kind={link.kind}
        aria-label={isWhole ? said(link) : `${short(link)} : ${said(link)}`}
        {...(editor === null ? {} : { "aria-haspopup": "dialog" })}
        onKeyDown={onKeyDown}
        onClick={open}
      >
        {isWhole ? said(link) : short(link)}
      </button>
      <TalkBadge subject={props["data-ref"]} isInline />
      {peer !== undefined && <PeerTag peer={peer} />}
    </span>
  );
}
