import { useInViewport } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ScoreLine } from "#insight/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import { useMay } from "#workspace/web/index.ts";
import { type Branch, flatten } from "../../atlas.ts";
import type { JourneySummary } from "../../model.ts";
import { useThumbnail } from "../use-thumbnail.ts";
import classes from "./atlas.module.css";
import { FreshnessChip } from "./freshness-chip.tsx";
import { JourneyActions } from "./journey-actions.tsx";
import { Miniature } from "./miniature.tsx";
import type { AtlasRow } from "./rows.ts";

export interface AtlasListProps {
  branches: readonly Branch<JourneySummary>[];
  rowOf: ReadonlyMap<string, AtlasRow>;
  members: readonly { userId: string; name: string }[];
}

/** Each journey that stands by itself as a card, those nested in it below. */
export function AtlasCards({ branches, rowOf, members }: AtlasListProps) {
  return (
    <ul className={classes["cards"]}>
      {branches.map((branch) => {
        const row = rowOf.get(branch.journey.id);
        const owner = members.find(({ userId }) => userId === branch.journey.ownerId)?.name;
        return (
          row !== undefined && (
            <li key={branch.journey.id}>
              <AtlasCard row={row} owner={owner} nested={flatten(branch.children)} rowOf={rowOf} />
            </li>
          )
        );
      })}
    </ul>
  );
}

interface CardProps {
  row: AtlasRow;
  owner: string | undefined;
  nested: readonly Branch<JourneySummary>[];
  rowOf: ReadonlyMap<string, AtlasRow>;
}

function AtlasCard({ row, owner, nested, rowOf }: CardProps) {
  const { t } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const format = useFormat();
  const mayEdit = useMay("journey:edit");
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const { journey, figures, score, isRolledUp } = row;
  const { id: journeyId, workspaceId, name, state, kind, tags } = journey;
  const shown = name === "" ? map("unnamedJourney") : name;
  return (
    <article className={classes["card"]} ref={ref}>
      <div className={classes["thumbnail"]}>{inViewport && <CardLine journeyId={journeyId} />}</div>
      <div className={classes["about"]}>
        <h2>
          <Link to="/w/$workspaceId/journeys/$journeyId" params={{ workspaceId, journeyId }}>
            {shown}
          </Link>
          <span className={classes["chip"]}>{map(`state.${state}`)}</span>
        </h2>
        <p className="soft num">
          {[
            ...(kind === "journey" ? [] : [map(`kind.${kind}`)]),
            map("steps", { count: journey.steps }),
            map("touchpoints", { count: journey.touchpoints }),
          ].join(" · ")}
        </p>
        {figures !== null && (score !== null || figures.contacts > 0) && (
          <p className={classes["figures"]}>
            <Score row={row} />
            {figures.contacts > 0 && (
              <span className="soft num">{t("contacts", { n: format.compact(figures.contacts) })}</span>
            )}
            {isRolledUp && (
              <span className="soft" title={t("rolledUpHow")}>
                {t("rolledUp", { count: nested.length })}
              </span>
            )}
          </p>
        )}
        <p className={classes["marks"]}>
          <FreshnessChip row={row} />
          {owner !== undefined && <span className="soft">{owner}</span>}
          {tags.map((tag) => (
            <span key={tag} className={classes["chip"]}>
              {tag}
            </span>
          ))}
        </p>
        {nested.length > 0 && (
          <div className={classes["nested"]}>
            <h3>{t("detailedIn")}</h3>
            <ul>
              {nested.map(({ journey: child, depth }) => (
                <li key={child.id} style={{ paddingLeft: `${(depth - 1) * 0.875}rem` }}>
                  <Link
                    to="/w/$workspaceId/journeys/$journeyId"
                    params={{ workspaceId: child.workspaceId, journeyId: child.id }}
                  >
                    {child.name === "" ? map("unnamedJourney") : child.name}
                  </Link>{" "}
                  <Score row={rowOf.get(child.id)} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {mayEdit && <JourneyActions journey={journey} shown={shown} />}
    </article>
  );
}

function Score({ row }: { row: AtlasRow | undefined }) {
  return row !== undefined && row.score !== null && <ScoreLine score={row.score} expectation={row.expectation} />;
}

/** Read only once the card is seen: a workspace has more maps than a screen. */
function CardLine({ journeyId }: { journeyId: string }) {
  const { t } = useTranslation("journey");
  const thumbnail = useThumbnail(journeyId);
  if (thumbnail === null) return null;
  return thumbnail.isEmpty ? (
    <p className="soft">{t("notDrawn")}</p>
  ) : (
    <>
      <Miniature input={thumbnail.input} />
      {thumbnail.below > 0 && <p className={classes["below"]}>▼ {t("thumbnailBelow", { count: thumbnail.below })}</p>}
    </>
  );
}
