import { VisuallyHidden } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Change, type ChangeKind, cellsOf, type Comparison, keysOf, type Pair } from "../../compare.ts";
import { holdsCards } from "../../document.ts";
import type { Card, Lane, Step } from "../../model.ts";
import { useLaneName } from "../use-lane-name.ts";
import { Mark } from "./mark.tsx";
import type { NameOf } from "./names.ts";
import classes from "./versions.module.css";

/** Two maps as one table, aligned step by step: what differs carries a sign, what is gone is struck out. */
export function SideBySide({ comparison, names }: { comparison: Comparison; names: NameOf }) {
  const { t } = useTranslation("versions");
  const laneName = useLaneName();
  const { stages, steps, lanes } = comparison;
  const kinds = useMemo(() => kindsOf(comparison.changes), [comparison]);
  const cells = useMemo(() => cellsOf(comparison), [comparison]);
  const placements = useMemo(() => placementsByStep(comparison), [comparison]);
  const stageKey = keysOf(stages);
  const stageOf = ({ before, after }: Pair<Step>) =>
    after === null ? stageKey.before(before?.stageId ?? "") : stageKey.after(after.stageId);
  const groups = runs(steps, stageOf);
  const shownLanes = lanes.filter(({ before, after }) => {
    const { kind } = (after ?? before) as Lane;
    return holdsCards(kind) || kind === "touchpoint";
  });
  const kindOf = (subject: Change["subject"], key: string) => kinds.get(`${subject} ${key}`);
  return (
    // Scrolled with the keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes["sideScroll"]} tabIndex={0} role="region" aria-label={t("sideCaption")}>
      <table className={classes["side"]}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t("lane")}</VisuallyHidden>
            </th>
            {groups.map(({ key, items }, index) => {
              const stage = stages.find((each) => each.key === key);
              return (
                // A stage whose steps went elsewhere may stand twice.
                // eslint-disable-next-line react/no-array-index-key
                <th key={`${key} ${index}`} scope="colgroup" colSpan={items.length} data-stage>
                  <Told pair={stage} kind={kindOf("stage", key)} text={({ name }) => name} />
                </th>
              );
            })}
          </tr>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t("lane")}</VisuallyHidden>
            </th>
            {steps.map((step) => (
              <th key={step.key} scope="col" data-gone={step.after === null}>
                <Told pair={step} kind={kindOf("step", step.key)} text={({ name }) => name || t("unnamed")} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownLanes.map((lane) => (
            <tr key={lane.key}>
              <th scope="row">
                <Told pair={lane} kind={kindOf("lane", lane.key)} text={laneName} />
              </th>
              {steps.map((step) => (
                <td key={step.key} data-gone={step.after === null || lane.after === null}>
                  {(lane.after ?? lane.before)?.kind === "touchpoint"
                    ? placements.get(step.key)?.map((placement) => (
                        <p key={placement.key}>
                          <Told
                            pair={placement}
                            kind={kindOf("placement", placement.key)}
                            text={({ touchpointId }) => names.touchpoint(touchpointId) || t("unnamed")}
                          />
                        </p>
                      ))
                    : cells.get(`${step.key} ${lane.key}`)?.map((card) => (
                        <p key={card.key}>
                          <Told
                            pair={card}
                            kind={hereKind(card, kindOf("card", card.key), `${step.key} ${lane.key}`, comparison)}
                            text={({ text }) => text}
                          />
                        </p>
                      ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is said of an element now; struck out what was said otherwise, or is no more. */
function Told<Item>({
  pair,
  kind,
  text,
}: {
  pair: Pair<Item> | undefined;
  kind: ChangeKind | undefined;
  text: (item: Item) => string;
}) {
  if (pair === undefined) return null;
  const [before, after] = [pair.before, pair.after].map((item) => (item === null ? null : text(item)));
  const isGone = kind === "removed";
  return (
    <span className={classes["told"]} data-kind={kind}>
      {kind !== undefined && <Mark kind={kind} />}
      <span>
        {before !== null && (isGone || (kind === "changed" && before !== after)) && <del>{before}</del>}{" "}
        {!isGone && after !== null && (kind === "added" ? <ins>{after}</ins> : after)}
      </span>
    </span>
  );
}

/** A card that moved is gone where it was. */
function hereKind(card: Pair<Card>, kind: ChangeKind | undefined, cell: string, comparison: Comparison) {
  if (kind !== "moved" || card.after === null) return kind;
  const [stepKey, laneKey] = [keysOf(comparison.steps), keysOf(comparison.lanes)];
  return `${stepKey.after(card.after.stepId)} ${laneKey.after(card.after.laneId)}` === cell ? kind : "removed";
}

/** The sign of each element that differs: that it moved is told before that it is said otherwise. */
function kindsOf(changes: readonly Change[]): Map<string, ChangeKind> {
  const kinds = new Map<string, ChangeKind>();
  for (const { subject, kind, before, after } of changes) {
    if (subject === "journey") continue;
    const key = `${subject} ${after === null ? `-${before?.id}` : after.id}`;
    if (!kinds.has(key)) kinds.set(key, kind);
  }
  return kinds;
}

function placementsByStep({ steps, placements }: Comparison) {
  const stepKey = keysOf(steps);
  return Map.groupBy(placements, ({ before, after }) =>
    after === null ? stepKey.before(before?.stepId ?? "") : stepKey.after(after.stepId),
  );
}

/** Neighbours with the same key, together. */
function runs<Item>(items: readonly Item[], keyOf: (item: Item) => string): { key: string; items: Item[] }[] {
  const found: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const [key, last] = [keyOf(item), found.at(-1)];
    if (last?.key === key) last.items.push(item);
    else found.push({ key, items: [item] });
  }
  return found;
}
