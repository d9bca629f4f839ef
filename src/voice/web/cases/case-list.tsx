import { Avatar } from "@mantine/core";
import { type KeyboardEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import lists from "#ui/list.module.css";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Case } from "../../cases/model.ts";
import { CaseStateMark, DueMark, PriorityMark } from "./case-marks.tsx";
import classes from "./cases.module.css";
import { ScoreMark } from "./score-mark.tsx";
import { useWorkers } from "./use-people.ts";

interface CaseListProps {
  cases: readonly Case[];
  current: string | undefined;
  onOpen: (caseId: string) => void;
}

/** Cases in a column; the arrows go from one to the next, Enter opens it. */
export function CaseList({ cases, current, onOpen }: CaseListProps) {
  const { t } = useTranslation("cases");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const workers = useWorkers();
  const touchpoints = useMemo(
    () => new Map(library.data?.touchpoints.map(({ id, name }) => [id, name])),
    [library.data],
  );
  const names = new Map(workers.map(({ value, label }) => [value, label]));
  return (
    // The list hears the arrows of all its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={lists["list"]} aria-label={t("title")} onKeyDown={goOn}>
      {cases.map((each) => {
        const { id, number, title, answer, touchpointId, assigneeId, priority, state } = each;
        const name = assigneeId === null ? null : (names.get(assigneeId) ?? t("formerMember"));
        return (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current || undefined}
              onClick={() => onOpen(id)}
              className={classes["row"]}
            >
              <span className={classes["what"]}>
                <span className={classes["heading"]}>
                  <small className="num">{t("number", { number })}</small> <b>{title}</b>{" "}
                  <PriorityMark priority={priority} />
                </span>
                <span className={classes["about"]}>
                  {answer !== null && <ScoreMark {...answer} />}
                  {touchpointId !== null && <span>{touchpoints.get(touchpointId)}</span>}
                  {answer !== null && answer.comment !== "" && <q>{answer.comment}</q>}
                </span>
              </span>
              <CaseStateMark state={state} />
              <span className={classes["who"]}>
                {name === null ? (
                  <span className="soft">{t("unassigned")}</span>
                ) : (
                  <>
                    <Avatar size={22} name={name} color="accent" aria-hidden /> {name}
                  </>
                )}
              </span>
              <DueMark of={each} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function goOn(event: KeyboardEvent<HTMLUListElement>): void {
  const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (direction === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll("button")];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + direction];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
