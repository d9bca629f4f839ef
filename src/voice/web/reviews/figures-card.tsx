import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { ReviewFilter } from "../../reviews/model.ts";
import { reviewFiguresQuery } from "./queries.ts";
import classes from "./reviews.module.css";
import { StarsFigure } from "./stars-figure.tsx";

/** Stars of public reviews, all of them and by source, with what they cannot say. */
export function FiguresCard({ filter }: { filter: ReviewFilter }) {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const { data, error } = useQuery(reviewFiguresQuery(workspaceId, filter));
  if (data === undefined) return <ErrorNote error={error} />;
  const { all, sources, from, to } = data;
  return (
    <section className={classes["card"]} aria-labelledby="review-figures">
      <h2 id="review-figures">{t("measure")}</h2>
      <StarsFigure stars={all} />
      {all.distribution.length > 0 && <Distribution counts={all.distribution} n={all.n} />}
      {sources.length > 1 && (
        <dl className={classes["sources"]}>
          {sources.map(({ source, stars }) => (
            <div key={source}>
              <dt>{t(`source.${source}`)}</dt>
              <dd>
                <StarsFigure stars={stars} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {from !== null && to !== null && (
        <p className="soft">{t("span", { from: format.date(from), to: format.date(to) })}</p>
      )}
      <p className={classes["bias"]}>{t("bias")}</p>
    </section>
  );
}

/** How many gave how many stars, the most stars first. */
function Distribution({ counts, n }: { counts: readonly number[]; n: number }) {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const most = Math.max(1, ...counts);
  return (
    <table className={classes["distribution"]}>
      <caption>{t("distribution")}</caption>
      <tbody>
        {[5, 4, 3, 2, 1].map((rating) => {
          const count = counts[rating - 1] ?? 0;
          return (
            <tr key={rating}>
              <th scope="row">{rating} ★</th>
              <td aria-hidden>
                <i style={{ width: `${(100 * count) / most}%` }} />
              </td>
              <td className="num">{format.number(count)}</td>
              <td className="num">{format.percent(n === 0 ? 0 : count / n)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
