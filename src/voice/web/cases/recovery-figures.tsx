import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Recovery } from "../../cases/model.ts";
import { recoveryQuery } from "./recovery-query.ts";
import classes from "./recovery.module.css";

interface RecoveryFiguresProps {
  /** Days on which cases were closed, both included. */
  from: string;
  to: string;
  /** Keys of touchpoints; absent: everywhere. */
  touchpoints?: readonly string[];
}

/** How the customers of closed cases were recovered, as they say, and how fast; nothing where no case was closed. */
export function RecoveryFigures({ from, to, touchpoints }: RecoveryFiguresProps) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const whole = useQuery(recoveryQuery(workspaceId, { from, to, touchpoint: touchpoints?.slice() })).data?.whole;
  if (whole === undefined || whole.closed + whole.asked === 0) return null;
  const period = { from: format.date(from), to: format.date(to) };
  return (
    <section className={classes["recovery"]} aria-label={t("recovery.title")}>
      <dl>
        <Rate name={t("recovery.rate")} rate={whole.solved}>
          {t("recovery.saidBy", { n: format.number(whole.solved.n), asked: format.number(whole.asked) })}
        </Rate>
        <Rate name={t("recovery.inTime")} rate={whole.inTime}>
          {t("recovery.ofClosed", { count: whole.inTime.n, n: format.number(whole.inTime.n) })}
        </Rate>
        <div>
          <dt>{t("recovery.median")}</dt>
          <dd>
            <strong className="num">
              {whole.medianHours === null
                ? "—"
                : `${format.number(Math.round(whole.medianHours * 10) / 10)} ${t("hoursUnit")}`}
            </strong>
            <small>{t("recovery.medianNote")}</small>
          </dd>
        </div>
      </dl>
      <p className="soft">{t("recovery.period", period)}</p>
    </section>
  );
}

/** A share with its interval and n; under five answers only its n. */
function Rate({ name, rate, children }: { name: string; rate: Recovery["solved"]; children: string }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { value, low, high, n } = rate;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong className="num">{value === null ? "—" : format.percent(value)}</strong>
        {low !== null && high !== null && (
          <span className="num">
            {t("recovery.interval", { low: format.percent(low), high: format.percent(high) })}
          </span>
        )}
        <small>
          {children}
          {value === null ? ` · ${t("recovery.tooFew")}` : n < 30 && ` · ${t("recovery.indicative")}`}
        </small>
      </dd>
    </div>
  );
}
