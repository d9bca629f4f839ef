import { ShieldQuestionMark } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { SuspiciousAnswer } from "../../suspicious/model.ts";
import { ScoreChip } from "../alerts/score-chip.tsx";
import classes from "./suspicious.module.css";

/** A suspicious answer: what was said, why it is kept apart, and what was decided last. */
export function SuspiciousItem({ answer }: { answer: SuspiciousAnswer }) {
  const { t } = useTranslation("suspicious");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { metric, score, firstScore, comment, surveyName, way, answeredAt, suspicions, verdict } = answer;
  return (
    <article className={classes["answer"]}>
      <ScoreChip metric={metric} score={score} />
      <div>
        <p className="soft">
          {surveyName} · {t(`way.${way}`)} · <time dateTime={answeredAt}>{format.dateTime(answeredAt, timeZone)}</time>
        </p>
        {comment !== "" && <p className={classes["comment"]}>{comment}</p>}
        <ul className={classes["reasons"]}>
          {suspicions.map((reason) => (
            <li key={reason}>
              <ShieldQuestionMark size={14} aria-hidden /> {t(`reason.${reason}`)}
            </li>
          ))}
        </ul>
        {firstScore !== null && firstScore !== score && (
          <p className="soft">{t("pressedFirst", { first: firstScore, sent: score })}</p>
        )}
        {answer.decidedAt !== null && (
          <p className="soft">
            {t(`decided.${verdict ?? "undecided"}`, {
              name: answer.decidedBy ?? t("formerMember"),
              when: format.dateTime(answer.decidedAt, timeZone),
            })}
          </p>
        )}
      </div>
    </article>
  );
}
