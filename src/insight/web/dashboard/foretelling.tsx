import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Dashboard } from "../../dashboard/model.ts";
import type { Holdout, Learnt, Reason } from "../../inferred/model.ts";
import classes from "./dashboard.module.css";

interface ForetellingProps {
  board: Dashboard;
  learnt: Learnt;
  holdout: Holdout;
}

/** How well a model foretold answers that it had not learnt from: its error, its reliability, and what it rests on. */
export function Foretelling({ board, learnt, holdout }: ForetellingProps) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const reasonWords = useReasonWords(board);
  const { gain, n, bins } = holdout;
  return (
    <div className={classes["foretelling"]}>
      <ReliabilityPlot bins={bins} />
      <table>
        <caption>{t("reliability", { n: format.number(n) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("foretold")}</th>
            <th scope="col">{t("cameTrue")}</th>
            <th scope="col">{t("interval")}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ predicted, observed, low, high, n: own }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- groups have nothing but their order
            <tr key={index}>
              <td>{format.percent(predicted)}</td>
              <td>{format.percent(observed)}</td>
              <td>
                {format.percent(low)} – {format.percent(high)}
              </td>
              <td>{format.number(own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <p>
          {t("gain", {
            gain: format.signed(gain.value, 3),
            low: format.signed(gain.low, 3),
            high: format.signed(gain.high, 3),
          })}
        </p>
        <p>
          {t("learntWhen", {
            version: format.number(learnt.version),
            when: format.dateTime(learnt.trainedAt, timeZone),
            n: format.number(learnt.answers),
          })}
        </p>
        {learnt.reasons.length > 0 && (
          <>
            <h3>{t("reasons")}</h3>
            <ul>
              {learnt.reasons.map((reason) => (
                <li key={`${reason.kind} ${reason.name} ${reason.value}`}>
                  <span aria-hidden>{reason.weight > 0 ? "▲" : "▼"}</span> {reasonWords(reason)}{" "}
                  <small>{t(reason.weight > 0 ? "moreSatisfied" : "lessSatisfied")}</small>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

const side = 150;
const edge = 14;

/** What was foretold (across) against what came true (up) with its 95 % interval; on the line both are the same. */
function ReliabilityPlot({ bins }: Pick<Holdout, "bins">) {
  const { t } = useTranslation("dashboard");
  const x = (share: number) => edge + share * (side - edge);
  const y = (share: number) => (1 - share) * (side - edge);
  return (
    <svg width={side} height={side} className={classes["reliability"]} role="img" aria-label={t("reliabilityPlot")}>
      <rect x={edge} width={side - edge} height={side - edge} />
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {bins.map(({ predicted, observed, low, high }) => (
        <g key={predicted}>
          <path d={`M${x(predicted)} ${y(low)}V${y(high)}`} />
          <circle cx={x(predicted)} cy={y(observed)} r={3.5} />
        </g>
      ))}
      <text x={x(0.5)} y={side - 2} textAnchor="middle">
        {t("foretold")}
      </text>
      <text x={9} y={y(0.5)} textAnchor="middle" transform={`rotate(-90 9 ${y(0.5)})`}>
        {t("cameTrue")}
      </text>
    </svg>
  );
}

function useReasonWords({ touchpoints }: Dashboard): (reason: Reason) => string {
  const { t } = useTranslation("dashboard");
  return ({ kind, name, value }) => {
    if (kind === "property") return `${name} : ${value}`;
    if (kind === "previous") {
      return t("reason.previous", { name: touchpoints.find(({ key }) => key === name)?.name ?? name });
    }
    return t(`reason.${kind}`);
  };
}
