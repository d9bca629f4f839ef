import { type UIEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Changed } from "../../render/changes.ts";
import type { Change } from "../../compare.ts";
import type { MapInput } from "../../render/input.ts";
import { Drawn } from "./drawn.tsx";
import classes from "./versions.module.css";

interface DrawnSidesProps {
  before: MapInput;
  after: MapInput;
  changes: readonly Change[];
}

/** Two maps drawn beside each other, scrolled together, each with what differs on it marked. */
export function DrawnSides({ before, after, changes }: DrawnSidesProps) {
  const { t } = useTranslation("versions");
  const marks = useMemo(
    () => ({ before: changedOn("before", changes), after: changedOn("after", changes) }),
    [changes],
  );
  return (
    <div className={classes["drawnSides"]} onScrollCapture={scrollTogether}>
      <p className={classes["signs"]}>{t("signs")}</p>
      <figure>
        <figcaption>{t("before")}</figcaption>
        <Drawn input={before} changed={marks.before} label={t("drawnBefore")} />
      </figure>
      <figure>
        <figcaption>{t("after")}</figcaption>
        <Drawn input={after} changed={marks.after} label={t("drawnAfter")} />
      </figure>
    </div>
  );
}

/** Both show the same steps. */
function scrollTogether({ currentTarget, target }: UIEvent<HTMLElement>): void {
  if (!(target instanceof HTMLElement)) return;
  const { scrollLeft: left, scrollTop: top } = target;
  for (const map of currentTarget.querySelectorAll('[role="region"]'))
    if (map !== target && (map.scrollLeft !== left || map.scrollTop !== top)) map.scrollTo({ left, top });
}

/** What differs, by what it is drawn from on one side; that it moved is told before that it is said otherwise. */
function changedOn(side: "before" | "after", changes: readonly Change[]): Changed {
  const changed = new Map<string, Change["kind"]>();
  for (const change of changes) {
    const item = change[side];
    if (change.subject === "journey" || item === null || !("id" in item)) continue;
    const source = `${change.subject}:${item.id}`;
    if (!changed.has(source)) changed.set(source, change.kind);
  }
  return changed;
}
