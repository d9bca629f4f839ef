import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import classes from "./asking.module.css";
import { personActsQuery } from "./queries.ts";

/** Who exported or erased what was known of people; nothing while nobody has. */
export function PersonActs() {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const { data: acts = [] } = useQuery(personActsQuery(workspaceId));
  if (acts.length === 0) return null;
  return (
    <details className={classes["acts"]}>
      <summary>{t("person.acts", { count: acts.length })}</summary>
      <ul>
        {acts.map(({ id, act, by, at, counts }) => (
          <li key={id}>
            {t(`person.${act}By`, { who: by ?? t("person.nobody") })} · {t("person.counts", counts)} ·{" "}
            <span className="soft">{format.dateTime(at, timeZone)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
