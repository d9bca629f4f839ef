import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { ResponseRate } from "../../asking/model.ts";
import classes from "./asking.module.css";
import { askingQuery } from "./queries.ts";

/** A share of answers with its interval and what it rests on. */
export function Rate({ rate: { sent, answered, low, high } }: { rate: ResponseRate }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const digits = sent < 100 ? 0 : 1;
  return (
    <span className={classes["rate"]}>
      {format.percent(answered / sent, digits)}
      <small>{t("rateWithin", { low: format.percent(low, digits), high: format.percent(high, digits) })}</small>
      <small>{t("rateOf", { answered: format.number(answered), sent: format.number(sent) })}</small>
    </span>
  );
}

/** Who answered of those whom a survey was sent to, by way; nothing while nobody was. */
export function ResponseRates({ surveyId }: { surveyId: string }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const { data } = useQuery(askingQuery(workspaceId));
  const responses = data?.surveys.find((survey) => survey.surveyId === surveyId)?.responses ?? null;
  if (responses === null) return null;
  const { rates, from, to } = responses;
  return (
    <section className={classes["rates"]} aria-label={t("rates")}>
      <dl>
        {rates.map((rate) => (
          <div key={rate.channel ?? "all"}>
            <dt>{rate.channel === null ? t("rates") : t(`trigger.way.${rate.channel}`)}</dt>
            <dd>
              <Rate rate={rate} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {t("ratesSent", { from: format.dateTime(from, timeZone), to: format.dateTime(to, timeZone) })}
      </p>
    </section>
  );
}
