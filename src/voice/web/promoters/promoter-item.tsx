import { Heart, Megaphone, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { type Promoter, type PromoterRole, promoterRoles, type RoleStanding } from "../../promoters/model.ts";
import { ScoreChip } from "../alerts/score-chip.tsx";
import classes from "./promoters.module.css";

/** Somebody who is pleased: what they said, where and when, and what was done with them. */
export function PromoterItem({ promoter }: { promoter: Promoter }) {
  const { t } = useTranslation("promoters");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const touchpoints = useLibrary(workspaceId).data?.touchpoints ?? [];
  const { answer, email, refusal, restsUntil, thanked } = promoter;
  const place = touchpoints.find(({ id }) => id === answer?.touchpointId)?.name;
  const day = (at: string) => format.date(at, timeZone);
  return (
    <article className={classes["promoter"]}>
      {answer === null ? <span /> : <ScoreChip metric={answer.metric} score={answer.score} />}
      <div className={classes["said"]}>
        {email !== null && <p className={classes["who"]}>{email}</p>}
        {answer === null ? (
          <p className="soft">{t("gone")}</p>
        ) : (
          <>
            {answer.comment !== "" && (
              <blockquote lang={answer.language} dir="auto">
                {answer.comment}
              </blockquote>
            )}
            <p className="soft">
              {[place, answer.surveyName, t(`relation.${answer.relation}`)].filter(Boolean).join(" · ")} ·{" "}
              <time dateTime={answer.answeredAt}>{format.dateTime(answer.answeredAt, timeZone)}</time>
            </p>
          </>
        )}
        <ul className={classes["marks"]}>
          {thanked !== null && (
            <li>
              <Heart size={14} aria-hidden /> {t("thanked", { when: day(thanked.at) })}
              <Fate state={thanked.letter.state} />
            </li>
          )}
          {promoterRoles.map((role) => {
            const standing = promoter[role];
            return standing !== null && <RoleMark key={role} role={role} standing={standing} />;
          })}
          {refusal !== null && (
            <li className={classes["held"]}>
              {t(`refusal.${refusal}`, { when: restsUntil === null ? "" : day(restsUntil) })}
            </li>
          )}
        </ul>
      </div>
    </article>
  );
}

const signs = { ambassador: Megaphone, committee: Users };

function RoleMark({ role, standing }: { role: PromoterRole; standing: RoleStanding }) {
  const { t } = useTranslation("promoters");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const Sign = signs[role];
  const { state, at, isOver, letter } = standing;
  return (
    <li data-state={state}>
      <Sign size={14} aria-hidden />
      <span>
        {t("standing", { role: t(`role.${role}`), state: t(`state.${state}`, { when: format.date(at, timeZone) }) })}
        {isOver && `, ${t("over")}`}
        <Fate state={letter.state} />
      </span>
    </li>
  );
}

/** What became of a letter that has not simply gone out. */
function Fate({ state }: { state: RoleStanding["letter"]["state"] }) {
  const { t } = useTranslation("promoters");
  return state !== "sent" && <span className="soft"> ({t(`letter.${state}`)})</span>;
}
