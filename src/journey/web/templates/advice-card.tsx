import { useTranslation } from "react-i18next";
import type { Advice } from "../../advisor.ts";
import { KindHelp, KindSketch } from "./kind-cards.tsx";
import classes from "./templates.module.css";

/** What the advisor recommends, why, what is missing for it, and what is good to know. */
export function AdviceCard({ advice }: { advice: Advice | null }) {
  const { t } = useTranslation("templates");
  const { t: journey } = useTranslation("journey");
  return (
    <section className={classes["advice"]} aria-live="polite" aria-label={t("recommended")}>
      {advice === null ? (
        <p className="soft">{t("noAdvice")}</p>
      ) : (
        <>
          <small>{t("recommended")}</small>
          <div className={classes["verdict"]}>
            <KindSketch kind={advice.kind} />
            <h2>{journey(`kind.${advice.kind}`)}</h2>
          </div>
          <h3>{t("because")}</h3>
          <p>{t(`reason.${advice.reason}`)}</p>
          {advice.lacks.length > 0 && (
            <>
              <h3>{t("lacking")}</h3>
              <ul>
                {advice.lacks.map((lack) => (
                  <li key={lack}>{t(`lack.${lack}`)}</li>
                ))}
              </ul>
            </>
          )}
          {advice.meanwhile !== null && <p className={classes["meanwhile"]}>{t("meanwhile")}</p>}
          {advice.tips.length > 0 && (
            <>
              <h3>{t("tips")}</h3>
              <ul>
                {advice.tips.map((tip) => (
                  <li key={tip}>{t(`tip.${tip}`)}</li>
                ))}
              </ul>
            </>
          )}
          <details>
            <summary>{journey(`kind.${advice.kind}`)}</summary>
            <KindHelp kind={advice.kind} />
          </details>
        </>
      )}
    </section>
  );
}
