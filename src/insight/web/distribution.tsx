import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { type Score, scaleOf } from "../model.ts";
import classes from "./panel.module.css";

/** Which side a raw answer counts on: NPS detractors 0–6 and promoters 9–10, CSAT 1–2 and 4–5, CES 1–3 and 5–7, stars as CSAT. */
function sideOf(metric: Score["metric"], raw: number): "bad" | "mid" | "good" {
  const [badTo, goodFrom] = metric === "nps" ? [6, 9] : metric === "ces" ? [3, 5] : [2, 4];
  if (raw <= badTo) return "bad";
  return raw >= goodFrom ? "good" : "mid";
}

/** How many gave each score; the figures are a table, the bars lie in it. */
export function Distribution({ score }: { score: Score }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
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
                    <th scope="row">{metric === "stars" ? `${raw} ★` : raw}</th>
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
