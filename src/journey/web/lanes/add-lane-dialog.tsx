import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { matches } from "#touchpoint/web/index.ts";
import { Dialog } from "#ui/dialog.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { laneGroups, mayAddLane, type LaneGroup } from "../../lane-groups.ts";
import type { LaneKind } from "../../model.ts";
import { setDetails } from "../../edit.ts";
import { focusRef } from "../grid-focus.ts";
import { refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import classes from "./lanes.module.css";

interface AddLaneDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Every kind of lane with a line on what it is for; those the map has already say so. */
export function AddLaneDialog({ opened, onClose }: AddLaneDialogProps) {
  const { t } = useTranslation("lanes");
  const { edit } = useMap();
  // The lane that was taken has the focus next; else what opened the shelf has it back.
  const [isTaken, setTaken] = useState(false);
  const pick = usePick();
  const take = (kind: LaneKind) => {
    const ref = pick(kind);
    setTaken(ref !== null);
    onClose();
    if (ref === null) return;
    // The name of a free lane is all that says what it is for.
    if (kind === "free") requestAnimationFrame(() => edit(ref));
    else focusRef(ref);
  };
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      onEnterTransitionEnd={() => setTaken(false)}
      returnFocus={!isTaken}
      title={t("addTitle")}
      size="56rem"
    >
      {opened && <LaneShelf onPick={take} />}
    </Dialog>
  );
}

function LaneShelf({ onPick: pick }: { onPick: (kind: LaneKind) => void }) {
  const { t } = useTranslation("lanes");
  const { t: journey } = useTranslation("journey");
  const [typed, setTyped] = useState("");
  const groups = (Object.keys(laneGroups) as LaneGroup[])
    .map((group) => ({
      group,
      kinds: laneGroups[group].filter((kind) =>
        matches(`${journey(`lane.${kind}`)} ${t(`what.${kind}`)} ${t(`group.${group}`)}`, typed),
      ),
    }))
    .filter(({ kinds }) => kinds.length > 0);
  const first = groups[0]?.kinds[0];
  return (
    <>
      <SearchField
        data-autofocus
        label={t("search")}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === "Enter" && typed !== "" && first !== undefined) pick(first);
        }}
      />
      <div className={classes["groups"]}>
        {groups.map(({ group, kinds }) => (
          <section key={group} aria-label={t(`group.${group}`)}>
            <h3>{t(`group.${group}`)}</h3>
            <ul>
              {kinds.map((kind) => (
                <li key={kind}>
                  <LaneChoice kind={kind} onPick={pick} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && <p>{t("nothing")}</p>}
      </div>
    </>
  );
}

function LaneChoice({ kind, onPick }: { kind: LaneKind; onPick: (kind: LaneKind) => void }) {
  const { t } = useTranslation("lanes");
  const { t: journey } = useTranslation("journey");
  const { view } = useMap();
  const lanes = useStore(view, (current) => current?.lanes) ?? [];
  const same = lanes.filter((lane) => lane.kind === kind);
  const mayAdd = mayAddLane(lanes, kind);
  const isHidden = !mayAdd && same.every((lane) => lane.isHidden);
  return (
    <button
      type="button"
      className={classes["choice"]}
      disabled={!mayAdd && !isHidden}
      onClick={() => onPick(kind)}
      data-kind={kind}
    >
      <strong>{journey(`lane.${kind}`)}</strong>
      {same.length > 0 && (
        <em>{isHidden ? t("showAgain") : same.length === 1 ? t("there") : t("thereTimes", { n: same.length })}</em>
      )}
      <span>{t(`what.${kind}`)}</span>
    </button>
  );
}

/** Adds a lane of a kind under the others, or shows again the one that may be there only once; answers which. */
function usePick(): (kind: LaneKind) => string | null {
  const { editor, view } = useMap();
  return (kind) => {
    const lanes = view.get()?.lanes ?? [];
    if (mayAddLane(lanes, kind)) return editor?.addLane(kind) ?? null;
    const hidden = lanes.filter((lane) => lane.kind === kind);
    editor?.change((doc) => hidden.forEach(({ id }) => setDetails(doc, "lanes", id, { isHidden: false })));
    return hidden[0] === undefined ? null : refOf("lane", hidden[0].id);
  };
}
