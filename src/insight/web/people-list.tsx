import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { OpenCase } from "#voice/web/index.ts";
import classes from "./panel.module.css";
import type { peopleOfFigureQuery, peopleQuery } from "./queries.ts";
import { useRawWords } from "./use-raw-words.ts";

type PeopleQuery = ReturnType<typeof peopleQuery> | ReturnType<typeof peopleOfFigureQuery>;

/** The customers behind a figure, a page at a time. */
export function PeopleBehindList({ query }: { query: PeopleQuery }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const rawWords = useRawWords();
  const people = useInfiniteQuery(query as ReturnType<typeof peopleQuery>);
  if (people.isPending) return <Loading />;
  if (people.isError) return <ErrorState error={people.error} retry={() => void people.refetch()} />;
  const all = people.data.pages.flatMap((page) => page.people);
  const total = people.data.pages[0]?.total ?? 0;
  if (total === 0) return <p className={classes["nothing"]}>{t("noPeople")}</p>;
  return (
    <div className={classes["sections"]}>
      <p className="soft">{t("peopleWhat", { count: total, n: format.number(total) })}</p>
      <table className={classes["people"]}>
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("contactsShort")}</th>
            <th scope="col">{t("lastScore")}</th>
            <th scope="col">{t("lastContact")}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ personId, label, contacts, lastAt, lastScore, lastResponse }) => (
            <tr key={personId}>
              <th scope="row">
                {label}
                {lastResponse !== null && <OpenCase {...lastResponse} />}
              </th>
              <td className="num">{format.number(contacts)}</td>
              <td className="num">
                {lastScore === null
                  ? "—"
                  : `${t(`metric.${lastScore.metric}`)} ${rawWords(lastScore.metric, lastScore.score)}`}
              </td>
              <td className="num">{format.date(lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {people.hasNextPage && (
        <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
