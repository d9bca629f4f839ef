import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { type Score, scaleOf, sidesOf } from "../model.ts";
import classes from "./panel.module.css";
import { useRawWords } from "./use-raw-words.ts";

/** Which side a raw answer counts on. */
function sideOf(metric: Score["metric"], raw: number): "bad" | "mid" | "good" {
  const { low, high } = sidesOf[metric];
  if (raw <= low) return "bad";
  return raw >= high ? "good" : "mid";
}

/** How many gave each score; the figures are a table, the bars lie in it. */
export function Distribution({ score }: { score: Score }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const rawWords = useRawWords();
  const { metric, n, distribution, trust } = score;
  const most = Math.max(1, ...distribution);
  return (
    <section>
      <h3>{t("distribution")}</h3>
      {trust === "hidden" ? (
        <p className="soft">{t("distributionHidden")}</p>
      ) : (
        <>
          {metric === "nps" && <NpsGroups score={score} />}
          <table className={classes["distribution"]}>
            <thead className={classes["hiddenHead"]}>
              <tr>
                <th scope="col">{t("score")}</th>
                <th scope="col">{t("answersShort")}</th>
                <th scope="col">{t("shareShort")}</th>
              </tr>
            </thead>
            <tbody>
              {distribution.map((count, index) => {
                const raw = scaleOf[metric].min + index;
                return (
                  <tr key={raw}>
                    <th scope="row">{metric === "stars" ? `${raw} ★` : rawWords(metric, raw)}</th>
                    <td>
                      <span
                        className={classes["bar"]}
                        data-side={sideOf(metric, raw)}
                        style={{ width: `${(100 * count) / most}%` }}
                      />
                      <span className="num">{format.number(count)}</span>
                    </td>
                    <td className="num">{format.percent(n === 0 ? 0 : count / n)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** The three groups that an NPS is the difference of. */
function NpsGroups({ score: { n, distribution } }: { score: Score }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const share = (side: "bad" | "mid" | "good") =>
    format.percent(distribution.reduce((sum, count, raw) => sum + (sideOf("nps", raw) === side ? count : 0), 0) / n);
  return (
    <p className="soft num">
      {share("bad")} {t("detractors")} · {share("mid")} {t("passives")} · {share("good")} {t("promoters")}
    </p>
  );
}
