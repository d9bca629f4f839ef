import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { ImportCounts } from "../model.ts";
import classes from "./counts.module.css";

/** Exact counts of an import, and what of it is new. */
export function Counts({ counts, nameOf }: { counts: ImportCounts; nameOf: (key: string) => string }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const most = Math.max(1, ...counts.touchpoints.map(({ contacts, answers }) => contacts + answers));
  const figure = (label: string, value: number, fresh?: number) => (
    <div>
      <dt>{label}</dt>
      <dd>
        {format.number(value)}
        {fresh !== undefined && fresh !== value && (
          <small>{t("counts.new", { count: fresh, n: format.number(fresh) })}</small>
        )}
      </dd>
    </div>
  );
  return (
    <>
      <dl className={classes["figures"]}>
        {figure(t("counts.rows"), counts.rows)}
        {figure(t("counts.contacts"), counts.contacts, counts.newContacts)}
        {figure(t("counts.answers"), counts.answers, counts.newAnswers)}
        {figure(t("counts.people"), counts.people, counts.newPeople)}
        {counts.cases > 0 && figure(t("counts.cases"), counts.cases)}
        {counts.skipped > 0 && figure(t("counts.skipped"), counts.skipped)}
        {counts.quarantined > 0 && figure(t("counts.quarantined"), counts.quarantined)}
      </dl>
      {counts.mergedPeople > 0 && (
        <p className="soft">
          {t("counts.merged", { count: counts.mergedPeople, n: format.number(counts.mergedPeople) })}
        </p>
      )}
      {counts.touchpoints.length > 0 && (
        <table className={classes["touchpoints"]}>
          <thead>
            <tr>
              <th scope="col">{t("touchpoint")}</th>
              <th scope="col">{t("counts.contacts")}</th>
              <th scope="col">{t("counts.answers")}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {counts.touchpoints.map(({ key, contacts, answers }) => (
              <tr key={key}>
                <th scope="row">{nameOf(key)}</th>
                <td>{format.number(contacts)}</td>
                <td>{format.number(answers)}</td>
                <td aria-hidden>
                  <i style={{ width: `${((contacts + answers) / most) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
