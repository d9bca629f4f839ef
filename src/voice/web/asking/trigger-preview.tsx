import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { AskingTrigger } from "../../asking/model.ts";
import type { AskingTriggerSummary } from "../../asking/triggers.ts";
import classes from "./asking.module.css";
import { triggerPreviewQuery } from "./queries.ts";

/** Milliseconds without a change, after which it is looked whom the trigger would ask. */
const rest = 400;

/** Whom a trigger would have asked in the last 30 days, or would ask now, and why not the others. */
export function TriggerPreview({ surveyId, trigger }: { surveyId: string; trigger: AskingTrigger }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const [asked] = useDebouncedValue(trigger, rest);
  const { data, error, isPending } = useQuery(triggerPreviewQuery(surveyId, asked));
  const counted = (n: number) => ({ count: n, n: format.number(n) });
  return (
    <aside className={classes["preview"]} aria-label={t("trigger.preview")} aria-live="polite">
      {isPending && <Loading />}
      <ErrorNote error={error} />
      {data !== undefined && (
        <>
          <p>
            <strong>{t(data.people === null ? "trigger.wouldHave" : "trigger.would", counted(data.asked))}</strong>{" "}
            {data.people === null
              ? t(data.isAll ? "trigger.ofContacts" : "trigger.ofFirstContacts", counted(data.seen))
              : t(data.isAll ? "trigger.ofPeople" : "trigger.ofSomePeople", {
                  ...counted(data.seen),
                  all: format.number(data.people),
                })}
          </p>
          <LeftOut left={data.left} />
        </>
      )}
    </aside>
  );
}

/** How many are not asked, by reason. */
export function LeftOut({ left }: Pick<AskingTriggerSummary, "left">) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  if (left.length === 0) return null;
  return (
    <ul className={classes["left"]} aria-label={t("trigger.left")}>
      {left.map(({ reason, count }) => (
        <li key={reason}>
          <b>{format.number(count)}</b> {t(`left.${reason}`, { count })}
        </li>
      ))}
    </ul>
  );
}
