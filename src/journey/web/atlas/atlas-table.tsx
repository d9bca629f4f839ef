import { VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScoreLine } from "#insight/web/index.ts";
import table from "#ui/data-table.module.css";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay } from "#workspace/web/index.ts";
import { flatten } from "../../atlas.ts";
import type { AtlasListProps } from "./atlas-cards.tsx";
import classes from "./atlas.module.css";
import { FreshnessChip } from "./freshness-chip.tsx";
import { JourneyActions } from "./journey-actions.tsx";
import type { AtlasRow } from "./rows.ts";

/** Every journey in a row, those nested indented below theirs. */
export function AtlasTable({ branches, rowOf, members }: AtlasListProps) {
  const { t } = useTranslation("atlas");
  const mayEdit = useMay("journey:edit");
  const ownerOf = (id: string | null) => members.find(({ userId }) => userId === id)?.name ?? "";
  return (
    <TableScroll label={t("title")}>
      <table className={`${table["table"]} ${classes["table"]}`} data-read>
        <thead>
          <tr>
            <th scope="col">{t("column.name")}</th>
            <th scope="col">{t("column.freshness")}</th>
            <th scope="col">{t("column.score")}</th>
            <th scope="col" className={table["number"]}>
              {t("column.contacts")}
            </th>
            <th scope="col" className={table["number"]}>
              {t("column.size")}
            </th>
            <th scope="col">{t("column.kind")}</th>
            <th scope="col">{t("column.owner")}</th>
            <th scope="col">{t("column.changed")}</th>
            {mayEdit && (
              <th scope="col">
                <VisuallyHidden>{t("column.actions")}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {flatten(branches).map(({ journey, depth, children }) => {
            const row = rowOf.get(journey.id);
            return (
              row !== undefined && (
                <TableRow
                  key={journey.id}
                  row={row}
                  depth={depth}
                  nested={flatten(children).length}
                  owner={ownerOf(journey.ownerId)}
                />
              )
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function TableRow({ row, depth, nested, owner }: { row: AtlasRow; depth: number; nested: number; owner: string }) {
  const { t } = useTranslation("atlas");
  const { t: map } = useTranslation("journey");
  const format = useFormat();
  const mayEdit = useMay("journey:edit");
  const [now] = useState(Date.now);
  const { journey, figures, score, expectation, isRolledUp } = row;
  const { id: journeyId, workspaceId, name, kind, state, steps, tags, updatedAt } = journey;
  const shown = name === "" ? map("unnamedJourney") : name;
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: `${0.625 + depth * 1.25}rem` }}>
        {depth > 0 && <span aria-hidden>└ </span>}
        <Link to="/w/$workspaceId/journeys/$journeyId" params={{ workspaceId, journeyId }}>
          {shown}
        </Link>
        {state === "target" && <span className={classes["chip"]}>{map("state.target")}</span>}
        {tags.map((tag) => (
          <span key={tag} className={classes["chip"]}>
            {tag}
          </span>
        ))}
        {isRolledUp && (
          <small className="soft" title={t("rolledUpHow")}>
            {t("rolledUp", { count: nested })}
          </small>
        )}
      </th>
      <td>
        <FreshnessChip row={row} />
      </td>
      <td>{figures !== null && score !== null && <ScoreLine score={score} expectation={expectation} />}</td>
      <td className={table["number"]}>{figures === null ? "" : format.number(figures.contacts)}</td>
      <td className={table["number"]}>{format.number(steps)}</td>
      <td>{map(`kind.${kind}`)}</td>
      <td>{owner}</td>
      <td className="soft">{format.ago(updatedAt, now)}</td>
      {mayEdit && (
        <td>
          <JourneyActions journey={journey} shown={shown} />
        </td>
      )}
    </tr>
  );
}
