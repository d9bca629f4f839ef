import { useEffect } from "react";
import { readRef, refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { useTalk } from "./talk.ts";

/** `C` comments on the item that has the focus, `V` votes for it when it is a card; in whichever view it is shown. */
export function TalkKeys() {
  const { openPanel } = useMap();
  const { vote } = useTalk();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target as HTMLElement;
      if (target.matches("input, textarea, select, [contenteditable=true], [role=dialog] *")) return;
      const item = readRef(target.closest<HTMLElement>("[data-ref]")?.dataset["ref"]);
      if (item === null) return;
      if (event.key.toLowerCase() === "c") openPanel("comments", refOf(item.kind, item.id));
      else if (event.key.toLowerCase() === "v" && item.kind === "card") vote?.(item.id);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [openPanel, vote]);
  return null;
}
