import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Change, type Comparison, keysOf } from "../../compare.ts";
import { Mark } from "./mark.tsx";
import type { NameOf } from "./names.ts";
import { stepKeyOf, useSayChange } from "./use-say-change.ts";
import classes from "./versions.module.css";

/** What differs, in sentences: of the whole map first, then step by step. */
export function ChangeList({ comparison, names }: { comparison: Comparison; names: NameOf }) {
  const { t } = useTranslation("versions");
  const say = useSayChange(comparison, names);
  const groups = Map.groupBy(comparison.changes, (change) => stepKeyOf(change, comparison));
  const stageKey = keysOf(comparison.stages);
  const stageName = (key: string) => {
    const stage = comparison.stages.find((each) => each.key === key);
    return (stage?.after ?? stage?.before)?.name || t("unnamed");
  };
  const whole = groups.get(null) ?? [];
  return (
    <div className={classes["groups"]}>
      {whole.length > 0 && <Group title={t("wholeMap")} changes={whole} say={say} />}
      {comparison.steps.flatMap(({ key, before, after }) => {
        const changes = groups.get(key);
        if (changes === undefined) return [];
        const stage = after === null ? stageKey.before(before?.stageId ?? "") : stageKey.after(after.stageId);
        const name = (after ?? before)?.name || t("unnamed");
        return [<Group key={key} title={name} note={stageName(stage)} changes={changes} say={say} />];
      })}
    </div>
  );
}

function Group({
  title,
  note,
  changes,
  say,
}: {
  title: string;
  note?: string;
  changes: readonly Change[];
  say: ReturnType<typeof useSayChange>;
}) {
  const id = useId();
  return (
    <section className={classes["group"]} aria-labelledby={id}>
      <h2 id={id}>
        {title} {note !== undefined && <small>{note}</small>}
      </h2>
      <ul className={classes["changes"]}>
        {changes.map((change) => {
          const { title: told, details } = say(change);
          return (
            <li key={`${change.subject} ${change.kind} ${idOf(change)}`} className={classes["change"]}>
              <Mark kind={change.kind} />
              <span>{told}</span>
              {details.length > 0 && (
                <ul>
                  {details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function idOf({ before, after }: Change): string {
  const item = after ?? before;
  return item !== null && "id" in item ? item.id : "";
}
