import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronRight } from "lucide-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import tables from "#ui/data-table.module.css";
import { ErrorState } from "#ui/error-state.tsx";
import { IntervalRuler } from "#ui/interval-ruler.tsx";
import { Loading } from "#ui/loading.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { Dashboard } from "../../dashboard/model.ts";
import type { InferredTouchpoint } from "../../inferred/model.ts";
import { inferredQuery, type MeasureView } from "../queries.ts";
import { useMetricName } from "../use-metric-name.ts";
import classes from "./dashboard.module.css";
import { FigureCard, type Sheet } from "./figure-card.tsx";
import { Foretelling } from "./foretelling.tsx";

interface InferredProps {
  board: Dashboard;
  view: MeasureView;
}

/** What is inferred of people who did not answer, on rows of its own: never part of a score, and with how well it foretells. */
export function Inferred({ board, view }: InferredProps) {
  const { t } = useTranslation("dashboard");
  const found = useQuery(inferredQuery(board.journeyId, view));
  const touchpoints = found.data?.touchpoints ?? [];
  return (
    <FigureCard id="inferred" title={t("inferred")} note={t("inferredNote")} sheet={useInferredSheet(touchpoints)}>
      {found.isPending && <Loading rows={4} />}
      {found.isError && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data?.isLearning === true && <p className={classes["note"]}>{t("inferredLearning")}</p>}
      {found.isSuccess && touchpoints.length === 0 && <p>{t("inferredNothing")}</p>}
      {touchpoints.length > 0 && (
        <TableScroll label={t("inferredTable")}>
          <table className={`${tables["table"]} ${classes["board"]}`} data-read>
            <thead>
              <tr>
                <th scope="col">{t("touchpoint")}</th>
                <th scope="col" className={tables["number"]}>
                  {t("measuredShare")}
                </th>
                <th scope="col" className={tables["number"]}>
                  {t("inferredShare")}
                </th>
                <th scope="col" className={classes["rulerHead"]}>
                  {t("interval")}
                </th>
                <th scope="col" className={tables["number"]}>
                  {t("inferredPeople")}
                </th>
                <th scope="col">{t("foretelling")}</th>
              </tr>
            </thead>
            <tbody>
              {touchpoints.map((touchpoint) => (
                <InferredRows key={touchpoint.key} board={board} touchpoint={touchpoint} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </FigureCard>
  );
}

function InferredRows({ board, touchpoint }: { board: Dashboard; touchpoint: InferredTouchpoint }) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const metricName = useMetricName();
  const [isOpen, setIsOpen] = useState(false);
  const { name, learnt, measured, inferred } = touchpoint;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <Fragment>
      <tr>
        <td>
          {name}
          {learnt !== null && <small className={classes["beside"]}> {metricName(learnt.metric)}</small>}
        </td>
        <td className={tables["number"]}>
          {measured !== null && (
            <>
              {format.percent(measured.value / 100)} <small>n {format.number(measured.n)}</small>
            </>
          )}
        </td>
        <td className={tables["number"]}>
          {inferred !== null && <b className={classes["inferred"]}>{format.percent(inferred.value / 100)}</b>}
        </td>
        <td>
          {inferred !== null && (
            <span className={classes["measured"]}>
              <IntervalRuler {...inferred} min={0} max={100} mark={measured?.value ?? null} tone="inferred" />
              <small>±{format.number((inferred.high - inferred.low) / 2, 0)}</small>
            </span>
          )}
        </td>
        <td className={tables["number"]}>{inferred !== null && format.number(inferred.people)}</td>
        <td>
          {learnt === null ? (
            <span className="soft">{t("notLearnt")}</span>
          ) : (
            <button
              type="button"
              className={classes["name"]}
              aria-expanded={isOpen}
              disabled={learnt.holdout === null}
              onClick={() => setIsOpen(!isOpen)}
            >
              {learnt.holdout !== null && <Chevron size={14} aria-hidden />}
              {learnt.refusal === null && learnt.holdout !== null
                ? t("brierBetter", {
                    brier: format.number(learnt.holdout.brier, 3),
                    naive: format.number(learnt.holdout.naive, 3),
                  })
                : t(`notInferred.${learnt.refusal ?? "fewAnswers"}`, { n: format.number(learnt.answers) })}
            </button>
          )}
        </td>
      </tr>
      {isOpen && learnt?.holdout != null && (
        <tr>
          <td colSpan={6}>
            <Foretelling board={board} learnt={learnt} holdout={learnt.holdout} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function useInferredSheet(touchpoints: readonly InferredTouchpoint[]): Sheet {
  const { t } = useTranslation("dashboard");
  const metricName = useMetricName();
  return {
    columns: [
      t("touchpoint"),
      t("metric"),
      t("measuredShare"),
      "n",
      t("inferredShare"),
      t("low"),
      t("high"),
      t("inferredPeople"),
      "Brier",
      t("brierNaive"),
      t("learntVersion"),
      t("learntAt"),
      t("learntFrom"),
    ],
    rows: touchpoints.map(({ name, learnt, measured, inferred }) => [
      name,
      learnt === null ? null : metricName(learnt.metric),
      measured?.value ?? null,
      measured?.n ?? null,
      inferred?.value ?? null,
      inferred?.low ?? null,
      inferred?.high ?? null,
      inferred?.people ?? null,
      learnt?.holdout?.brier ?? null,
      learnt?.holdout?.naive ?? null,
      learnt?.version ?? null,
      learnt?.trainedAt ?? null,
      learnt?.answers ?? null,
    ]),
  };
}
