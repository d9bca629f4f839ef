import { ChevronsUp, Circle, CircleCheck, CircleDot, CircleX, Flag, Hourglass, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Case, type CaseState, type Priority } from "../../cases/model.ts";
import { isUnderWay } from "../../cases/rules.ts";
import classes from "./cases.module.css";

const stateSigns = {
  open: Circle,
  inProgress: CircleDot,
  waiting: Hourglass,
  resolved: CircleCheck,
  closed: CircleX,
} as const;

/** How far a case is: a sign and a word, never the colour alone. */
export function CaseStateMark({ state }: { state: CaseState }) {
  const { t } = useTranslation("cases");
  const Sign = stateSigns[state];
  return (
    <span className={classes["state"]} data-state={state}>
      <Sign size={14} aria-hidden /> {t(`state.${state}`)}
    </span>
  );
}

/** What is more urgent than usual; nothing for the rest. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation("cases");
  if (priority === "normal") return null;
  const Sign = priority === "urgent" ? ChevronsUp : Flag;
  return (
    <span className={classes["priority"]} data-priority={priority}>
      <Sign size={13} aria-hidden /> {t(`priority.${priority}`)}
    </span>
  );
}

/** When a case is due, that it is late, or when it was done. */
export function DueMark({ of }: { of: Pick<Case, "state" | "dueAt" | "isLate" | "resolvedAt" | "escalatedAt"> }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { state, dueAt, isLate, resolvedAt, escalatedAt } = of;
  if (!isUnderWay(state)) {
    const when = format.date(resolvedAt ?? dueAt, timeZone);
    return <span className={classes["due"]}>{t(isLate ? "resolvedLate" : "resolvedOn", { when })}</span>;
  }
  if (state === "waiting") return <span className={classes["due"]}>{t("clockStands")}</span>;
  return (
    <span className={classes["due"]} data-late={isLate || undefined}>
      {isLate && <TriangleAlert size={13} aria-hidden />}
      {t(isLate ? (escalatedAt === null ? "lateSince" : "escalatedSince") : "dueOn", {
        when: format.dateTime(dueAt, timeZone),
      })}
    </span>
  );
}
