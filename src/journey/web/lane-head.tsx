import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Lane } from "../model.ts";
import { TalkBadge } from "./comments/talk-badge.tsx";
import { ItemMenu } from "./item-menu.tsx";
import { ItemText } from "./item-text.tsx";
import { useLaneEntries } from "./lanes/lane-entries.tsx";
import { LaneMarks } from "./lanes/lane-marks.tsx";
import { useMisplaced } from "./lanes/use-misplaced.ts";
import { useMap } from "./map-context.ts";
import classes from "./lane-head.module.css";
import { PeerTag } from "./peer-tag.tsx";
import { useItem } from "./use-item.ts";
import { useLaneName } from "./use-lane-name.ts";

export { useLaneName };

interface LaneHeadProps {
  lane: Lane;
  note?: ReactNode;
  /** What can be chosen of how the lane is drawn. */
  children?: ReactNode;
}

/** A lane's name at the left of its row, with a word on what it holds. */
export function LaneHead({ lane, note, children }: LaneHeadProps) {
  const { t } = useTranslation("journey");
  const { mayAddCards } = useMap();
  const name = useLaneName()(lane);
  const item = { kind: "lane", id: lane.id } as const;
  const { peer, props } = useItem(item);
  const wrong = useMisplaced(lane.id);
  const entries = useLaneEntries(lane, name, wrong !== null);
  return (
    <div role="rowheader" className={classes["head"]} data-column={0} data-drop="lane" data-lane={lane.id}>
      <div {...props} className={classes["name"]}>
        <ItemText item={item} text={lane.name} unnamed={t(`lane.${lane.kind}`)} />
        <LaneMarks isLocked={lane.isLocked} wrong={wrong} />
        {note !== undefined && note !== "" && <small>{note}</small>}
        {mayAddCards && <ItemMenu name={name} entries={entries} />}
        <TalkBadge subject={props["data-ref"]} />
        <PeerTag peer={peer} />
      </div>
      {children}
    </div>
  );
}
