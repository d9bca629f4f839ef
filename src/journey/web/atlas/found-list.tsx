import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { type FoundItem, searchJourneys } from "../../api.ts";
import { refOf } from "../item.ts";
import type { ScreenSearch } from "../screen-context.ts";
import classes from "./atlas.module.css";

/** Where the maps say what was typed, each leading to the very thing. */
export function FoundList({ workspaceId, words }: { workspaceId: string; words: string }) {
  const { t, i18n } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const locale = i18n.language === "en" ? "en" : "fr";
  const search = useQuery({
    queryKey: ["journeys", workspaceId, "search", words, locale],
    queryFn: ({ signal }) => call(searchJourneys, { params: { workspaceId }, query: { words, locale }, signal }),
  });
  if (search.isPending) return <Loading rows={3} />;
  if (search.isError) return <ErrorState error={search.error} retry={() => void search.refetch()} />;
  // Names and tags of journeys are found by the list itself.
  const found = search.data.found.filter(({ kind }) => kind !== "journey" && kind !== "tag");
  const journeys = [...Map.groupBy(found, ({ journeyId }) => journeyId)];
  return (
    <section className={classes["found"]} aria-label={t("foundTitle")}>
      <h2>{t("foundTitle")}</h2>
      {found.length === 0 && <p className="soft">{t("foundNothing", { typed: words })}</p>}
      {journeys.map(([journeyId, items]) => (
        <div key={journeyId}>
          <h3>{items[0]?.journeyName || map("unnamedJourney")}</h3>
          <ul>
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`}>
                <FoundLine workspaceId={workspaceId} item={item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {search.data.isCut && <p className="soft">{t("foundMore")}</p>}
    </section>
  );
}

function FoundLine({ workspaceId, item }: { workspaceId: string; item: FoundItem }) {
  const { t } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const { journeyId, kind, text, stage, step, lane } = item;
  if (kind === "journey" || kind === "tag") return null;
  const laneName = lane === null || kind === "lane" ? null : lane.name || map(`lane.${lane.kind}`);
  const where = laneName !== null && step !== null ? t("at", { lane: laneName, step }) : (step ?? stage);
  return (
    <Link to="/w/$workspaceId/journeys/$journeyId" params={{ workspaceId, journeyId }} search={placeOf(item)}>
      <small>{t(`found.${kind}`)}</small>
      <span>{text}</span>
      {where !== null && <small>{where}</small>}
    </Link>
  );
}

/** How the address of a map says what to show of it. */
function placeOf({ kind, id }: FoundItem): ScreenSearch {
  if (kind === "touchpoint") return { touchpoint: id };
  if (kind === "card") return { panel: "card", item: refOf("card", id) };
  return kind === "journey" || kind === "tag" ? {} : { item: refOf(kind, id) };
}
