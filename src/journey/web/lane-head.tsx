import { type ReactNode, memo } from "react";
import { useTranslation } from "react-i18next";
import type { Lane } from "../model.ts";
import { HeadName } from "./head-name.tsx";
import { useLaneEntries } from "./lanes/lane-entries.tsx";
import { LaneMarks } from "./lanes/lane-marks.tsx";
import { useMisplaced } from "./lanes/use-misplaced.ts";
import classes from "./lane-head.module.css";
import { useLaneName } from "./use-lane-name.ts";

interface LaneHeadProps {
  lane: Lane;
  note?: ReactNode;
  /** What can be chosen of how the lane is drawn. */
  children?: ReactNode;
}

/** A lane's name at the left of its row, with a word on what it holds. */
export const LaneHead = memo(function LaneHead({ lane, note, children }: LaneHeadProps) {
  const { t } = useTranslation("journey");
  const name = useLaneName()(lane);
  const wrong = useMisplaced(lane.id);
  const entries = useLaneEntries(lane, name, wrong !== null);
  return (
    <div role="rowheader" className={classes["head"]} data-column={0} data-drop="lane" data-lane={lane.id}>
      <HeadName
        item={{ kind: "lane", id: lane.id }}
        text={lane.name}
        unnamed={t(`lane.${lane.kind}`)}
        name={name}
        entries={entries}
        className={classes["name"]}
      >
        <LaneMarks isLocked={lane.isLocked} wrong={wrong} />
        {note !== undefined && note !== "" && <small>{note}</small>}
      </HeadName>
      {children}
    </div>
  );
});
