import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { KeptApart } from "#voice/web/index.ts";
import type { Apart, Dashboard } from "../../dashboard/model.ts";
import type { Score } from "../../model.ts";
import { ChangeMark, useChangeWords } from "../change-mark.tsx";
import { isShown } from "../score-format.ts";
import { ScoreRuler } from "../score-ruler.tsx";
import { useMetricName } from "../use-metric-name.ts";
import { useScoreFormat } from "../use-score-format.ts";
import classes from "./dashboard.module.css";
import { FigureCard } from "./figure-card.tsx";
import { useScoreSheet } from "./sheets.ts";

interface HeadlineProps {
  board: Dashboard;
  /** The period compared with, in words. */
  before: string;
  /** Opens the people behind. */
  onOpen: (about: "whole" | "relational") => void;
}

/** The journey in a few figures: its score, each metric, who answered, and apart from them the relation as a whole. */
export function Headline({ board, before, onOpen }: HeadlineProps) {
  const { t } = useTranslation("dashboard");
  const apartFrom =
    (relation: Apart["relation"]) =>
    ({ metric }: Score) =>
      board.apart.find((one) => one.relation === relation && one.metric === metric)?.n ?? 0;
  const [apartFromContacts, apartFromRelation] = [apartFrom("transactional"), apartFrom("relational")];
  const sheet = useScoreSheet([
    { name: t("aboutContacts"), scores: board.scores, apart: apartFromContacts },
    { name: t("aboutRelation"), scores: board.relational, apart: apartFromRelation },
  ]);
  return (
    <FigureCard id="summary" title={t("summary")} sheet={sheet}>
      <div className={classes["tiles"]}>
        <JourneyScoreTile board={board} />
        {board.scores.map((score) => (
          <ScoreTile
            key={score.metric}
            score={score}
            apart={apartFromContacts(score)}
            before={before}
            onOpen={() => onOpen("whole")}
          />
        ))}
        <ResponseTile board={board} />
        {board.relational.map((score) => (
          <ScoreTile
            key={score.metric}
            score={score}
            apart={apartFromRelation(score)}
            before={before}
            isRelational
            onOpen={() => onOpen("relational")}
          />
        ))}
      </div>
      <p className={classes["note"]}>{t(board.relational.length === 0 ? "contactsOnly" : "neverMixed")}</p>
    </FigureCard>
  );
}

function JourneyScoreTile({ board: { journeyScore } }: { board: Dashboard }) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  if (journeyScore === null) return null;
  const { value, low, high, measured, of } = journeyScore;
  return (
    <div className={classes["tile"]} data-kind="journey">
      <h3>{t("journeyScore")}</h3>
      <p className={classes["figure"]}>
        {format.number(value, 0)} <small>/ 100</small>
      </p>
      <p className={classes["beside"]}>{t("range", { low: format.number(low, 0), high: format.number(high, 0) })}</p>
      <p className={classes["beside"]}>{t("measuredOf", { measured, of })}</p>
    </div>
  );
}

interface ScoreTileProps {
  score: Score;
  /** Suspicious answers that are kept apart from it. */
  apart: number;
  before: string;
  isRelational?: boolean;
  onOpen: () => void;
}

function ScoreTile({ score, apart, before, isRelational = false, onOpen }: ScoreTileProps) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const changeWords = useChangeWords();
  const { metric, change } = score;
  return (
    <div className={classes["tile"]} data-kind={isRelational ? "relational" : "contact"}>
      <h3>
        {metricName(metric)} <span>{t(isRelational ? "relation" : "contact")}</span>
      </h3>
      {isShown(score) ? (
        <>
          <p className={classes["figure"]}>
            {scores.value(metric, score.value)} <small>±{scores.half(metric, score.low, score.high)}</small>
          </p>
          <ScoreRuler score={score} />
        </>
      ) : (
        <>
          <p className={classes["figure"]}>—</p>
          <p className={classes["beside"]}>{t("tooFew")}</p>
        </>
      )}
      <p className={classes["beside"]}>
        <button type="button" className={classes["behind"]} onClick={onOpen}>
          {t("answers", { count: score.n, n: format.number(score.n) })}
        </button>
        {apart > 0 && (
          <>
            {" · "}
            <KeptApart count={apart} />
          </>
        )}
        {score.trust === "indicative" && <> · {t("indicative")}</>}
        {change !== null && (
          <span title={changeWords(metric, change, before)}>
            {" · "}
            <ChangeMark metric={metric} change={change} /> {t("since", { before })}
          </span>
        )}
      </p>
    </div>
  );
}

function ResponseTile({ board: { responses } }: { board: Dashboard }) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  if (responses === null) return null;
  const { invited, answered, rate, low, high } = responses;
  return (
    <div className={classes["tile"]} data-kind="responses">
      <h3>{t("responses")}</h3>
      <p className={classes["figure"]}>{format.percent(rate)}</p>
      <p className={classes["beside"]}>{t("range", { low: format.percent(low), high: format.percent(high) })}</p>
      <p className={classes["beside"]}>
        {t("nonResponses", { answered: format.number(answered), silent: format.number(invited - answered) })}
      </p>
    </div>
  );
}
