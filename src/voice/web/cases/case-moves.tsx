import { Button, Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { FolderCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { useSession } from "#workspace/web/index.ts";
import { type CaseDetails, caseStates, priorities } from "../../cases/model.ts";
import { mayGo } from "../../cases/rules.ts";
import classes from "./cases.module.css";
import { CloseCase } from "./close-case.tsx";
import { type CaseChange, useChangeCase } from "./queries.ts";
import { useWorkers } from "./use-people.ts";

/** Moves a case on, gives it to somebody, says how urgent it is: at once, and with a way back. */
export function CaseMoves({ of: seen }: { of: CaseDetails }) {
  const { t } = useTranslation("cases");
  const me = useSession().user.id;
  const workers = useWorkers();
  const change = useChangeCase(seen.id);
  const [isClosing, setIsClosing] = useState(false);
  const { state, assigneeId, priority, names } = seen;
  const isKnown = assigneeId === null || workers.some(({ value }) => value === assigneeId);
  const people = isKnown ? workers : [...workers, { value: assigneeId, label: names[assigneeId] ?? t("formerMember") }];
  const isStale = change.error instanceof ApiError && change.error.code === "conflict";

  /** Does it and offers the way back; what is closed has no simple one. */
  const move = (wanted: CaseChange, back: CaseChange | null) =>
    change.mutate(wanted, { onSuccess: () => back !== null && offerBack(back) });
  const offerBack = (back: CaseChange) => {
    const id = `case-${seen.id}`;
    const undo = () => {
      notifications.hide(id);
      change.mutate(back);
    };
    notifications.hide(id);
    notifications.show({
      id,
      role: "status",
      withBorder: true,
      message: (
        <span className={classes["undo"]}>
          {t("changed")}
          <Button size="compact-xs" variant="light" onClick={undo}>
            {t("undo")}
          </Button>
        </span>
      ),
    });
  };
  return (
    <section className={classes["moves"]} aria-label={t("moves")}>
      <Select
        label={t("state")}
        allowDeselect={false}
        value={state}
        data={caseStates
          .filter((value) => value === state || mayGo(state, value))
          .map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(value) => {
          const next = caseStates.find((each) => each === value);
          if (next === undefined || next === "closed" || next === state) return;
          move({ state: next }, state === "closed" ? null : { state });
        }}
      />
      <Select
        label={t("assignee")}
        placeholder={t("unassigned")}
        clearable
        searchable
        value={assigneeId}
        data={people}
        onChange={(value) => value !== assigneeId && move({ assigneeId: value }, { assigneeId })}
      />
      <Select
        label={t("priority")}
        allowDeselect={false}
        value={priority}
        data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
        onChange={(value) => {
          const next = priorities.find((each) => each === value);
          if (next !== undefined && next !== priority) move({ priority: next }, { priority });
        }}
      />
      {state !== "closed" && (
        <Button size="xs" leftSection={<FolderCheck size={15} aria-hidden />} onClick={() => setIsClosing(true)}>
          {t("close")}
        </Button>
      )}
      {isClosing && <CloseCase of={seen} onClose={() => setIsClosing(false)} />}
      {assigneeId !== me && (
        <Button variant="light" size="xs" onClick={() => move({ assigneeId: me }, { assigneeId })}>
          {t("takeIt")}
        </Button>
      )}
      {isStale ? (
        <p className={classes["stale"]} role="alert">
          {t("stale")}
        </p>
      ) : (
        <ErrorNote error={change.error} />
      )}
    </section>
  );
}
