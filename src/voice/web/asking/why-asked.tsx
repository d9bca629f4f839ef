import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { AskingDecision } from "../../asking/model.ts";
import classes from "./asking.module.css";
import { PersonActs } from "./person-acts.tsx";
import { PersonDeeds } from "./person-deeds.tsx";
import { whyQuery } from "./queries.ts";
import { personOf } from "./person-of.ts";
import { useSayTrigger } from "./use-say-trigger.ts";

/** The ledger of one person: every time it was decided whether they are asked, and why. */
export function WhyAsked() {
  const { t } = useTranslation("asking");
  const { id: workspaceId, timeZone } = useWorkspace();
  const format = useFormat();
  const [typed, setTyped] = useState("");
  const [person, setPerson] = useState(personOf(""));
  const why = useQuery(whyQuery(workspaceId, person));
  return (
    <>
      <form
        className={classes["who"]}
        onSubmit={(event) => {
          event.preventDefault();
          setPerson(personOf(typed));
        }}
      >
        <TextInput label={t("why.who")} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
        <Button type="submit" variant="default" leftSection={<Search size={15} aria-hidden />}>
          {t("why.find")}
        </Button>
      </form>
      {person.value !== "" && <PersonDeeds key={person.value} person={person} />}
      <div aria-live="polite">
        <ErrorNote error={why.error} />
        {why.isLoading && <Loading />}
        {why.data !== undefined && why.data.refusedAt !== null && (
          <p>{t("why.refused", { when: format.dateTime(why.data.refusedAt, timeZone) })}</p>
        )}
        {why.data?.decisions.length === 0 && <p className="soft">{t("why.nothing", { who: person.value })}</p>}
        {why.data !== undefined && why.data.decisions.length > 0 && (
          <ol className={classes["line"]}>
            {why.data.decisions.map((decision) => (
              <Entry key={decision.id} decision={decision} />
            ))}
          </ol>
        )}
      </div>
      <PersonActs />
    </>
  );
}

function Entry({ decision }: { decision: AskingDecision }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const say = useSayTrigger();
  const { outcome, reason, until, surveyName, decidedAt, isReminder, failure, trigger } = decision;
  return (
    <li data-outcome={failure === null ? outcome : "failed"}>
      <strong>{t(isReminder && outcome === "asked" ? "outcome.reminded" : `outcome.${outcome}`)}</strong> · {surveyName}{" "}
      · <span className="soft">{format.dateTime(decidedAt, timeZone)}</span>
      {trigger !== null && <p>{t("why.trigger", { said: say(trigger) })}</p>}
      {reason !== null && <p>{t(`because.${reason}`)}</p>}
      {until !== null && (
        <p>{t(outcome === "postponed" ? "why.again" : "why.tooLate", { when: format.dateTime(until, timeZone) })}</p>
      )}
      {failure !== null && <p>{t("why.failed", { failure })}</p>}
    </li>
  );
}
