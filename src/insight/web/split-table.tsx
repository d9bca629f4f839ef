import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { Metric, Split } from "../model.ts";
import classes from "./panel.module.css";
import { type ShownScore, isShown } from "./score-format.ts";
import { ScoreRuler } from "./score-ruler.tsx";
import { useValueWords } from "./split-lines.tsx";
import { useScoreFormat } from "./use-score-format.ts";

interface SplitTableProps {
  split: readonly Split[];
  splitBy: string | undefined;
  metric: Metric | null;
  picker: ReactNode;
}

/** The same score for each value of a property, with its interval on one ruler. */
export function SplitTable({ split, splitBy, metric, picker }: SplitTableProps) {
  const { t } = useTranslation("insight");
  return (
    <section>
      <h3>
        {splitBy === undefined ? t("splitNone") : t("split", { name: splitBy })}{" "}
        <span className={classes["picker"]}>{picker}</span>
      </h3>
      {splitBy === undefined && <p className="soft">{t("splitPick")}</p>}
      {splitBy !== undefined && (
        <table className={classes["splits"]}>
          <thead>
            <tr>
              <th scope="col">{splitBy}</th>
              <th scope="col">
                <VisuallyHidden>{t("intervalShort")}</VisuallyHidden>
              </th>
              <th scope="col">{t("score")}</th>
              <th scope="col">{t("answersShort")}</th>
              <th scope="col">{t("contactsShort")}</th>
            </tr>
          </thead>
          <tbody>
            {split.map((part) => (
              <SplitRow key={part.value} part={part} metric={metric} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function SplitRow({ part, metric }: { part: Split; metric: Metric | null }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  const valueWords = useValueWords();
  const score = part.scores.find((candidate) => candidate.metric === metric) ?? null;
  return (
    <tr>
      <th scope="row">{valueWords(part.value)}</th>
      <td>{isShown(score) && <Interval score={score} />}</td>
      <td className="num">
        {isShown(score) ? (
          <b>{scores.value(score.metric, score.value)}</b>
        ) : (
          <span className="soft">{score === null ? "—" : t("tooFew")}</span>
        )}
      </td>
      <td className="num">{score === null ? "—" : format.number(score.n)}</td>
      <td className="num">{format.number(part.contacts)}</td>
    </tr>
  );
}

function Interval({ score }: { score: ShownScore }) {
  const { t } = useTranslation("insight");
  const scores = useScoreFormat();
  const words = t("interval", {
    low: scores.value(score.metric, score.low),
    high: scores.value(score.metric, score.high),
  });
  return <ScoreRuler score={score} label={words} />;
}
