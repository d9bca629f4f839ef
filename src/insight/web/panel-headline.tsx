import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { bandOf } from "../band.ts";
import { type Figures, type Score, defaultExpectation } from "../model.ts";
import { ChangeMark, useChangeWords } from "./change-mark.tsx";
import classes from "./panel.module.css";
import { periodLabel } from "./period.ts";
import type { MeasureView } from "./queries.ts";
import { isShown } from "./score-format.ts";
import { useScoreFormat } from "./use-score-format.ts";

interface PanelHeadlineProps {
  measure: Figures;
  score: Score | null;
  expectation: number | null;
  view: MeasureView;
  before: string;
}

/** The score in large with everything that makes it honest, then how many contacts, customers and answers. */
export function PanelHeadline({ measure, score, expectation, view, before }: PanelHeadlineProps) {
  const { t, i18n } = useTranslation("insight");
  const format = useFormat();
  return (
    <div>
      {score !== null && <Headline score={score} expectation={expectation} before={before} />}
      <dl className={classes["counts"]}>
        <div>
          <dt>{t("contactsShort")}</dt>
          <dd>{format.number(measure.contacts)}</dd>
        </div>
        <div>
          <dt>{t("peopleShort")}</dt>
          <dd>{format.number(measure.people)}</dd>
        </div>
        <div>
          <dt>{t("period")}</dt>
          <dd>{periodLabel(view, i18n.language)}</dd>
        </div>
      </dl>
      {measure.responseRate !== null && (
        <p className="soft">{t("responseRate", { share: format.percent(measure.responseRate) })}</p>
      )}
    </div>
  );
}

function Headline({ score, expectation, before }: { score: Score; expectation: number | null; before: string }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  const changeWords = useChangeWords();
  const { metric } = score;
  if (!isShown(score)) {
    return (
      <div className={classes["headline"]}>
        <span className={classes["big"]}>—</span>
        <div>
          {t(`metric.${metric}`)} · {t("n", { n: format.number(score.n) })} · {t("tooFew")}
          <p className="soft">{t("tooFewWhy")}</p>
        </div>
      </div>
    );
  }
  const expected = expectation ?? defaultExpectation[metric];
  const band = bandOf(score, expected);
  return (
    <div className={classes["headline"]}>
      <span className={classes["big"]} data-band={band}>
        {scores.value(metric, score.value)}
      </span>
      <div>
        <div>
          <strong>{t(`metric.${metric}`)}</strong> <span className="soft">{t(`metricUnit.${metric}`)}</span>
        </div>
        <div className="num">
          ±{scores.half(metric, score.low, score.high)} · {t("n", { n: format.number(score.n) })}
          {score.trust !== "firm" && score.trust !== "hidden" && (
            <> · {t(score.trust === "wide" ? "wide" : "indicative")}</>
          )}
        </div>
        <div className="soft num">
          {t(expectation === null ? "expectationDefault" : "expectationIs", { value: scores.value(metric, expected) })}{" "}
          · {t(band === null ? "band.unknown" : `band.${band}`)}
        </div>
        {score.change !== null && (
          <div className="soft">
            <ChangeMark metric={metric} change={score.change} /> {changeWords(metric, score.change, before)}
          </div>
        )}
      </div>
    </div>
  );
}
