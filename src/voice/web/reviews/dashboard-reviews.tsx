import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import table from "#ui/data-table.module.css";
import { Section } from "#ui/section.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { reviewFiguresQuery } from "./queries.ts";
import { StarsFigure } from "./stars-figure.tsx";

interface DashboardReviewsProps {
  /** Those of the journey on screen, in their order. */
  keys: readonly string[];
}

/** Stars of public reviews by touchpoint of a journey, in a table of their own; nothing where there are none. */
export function DashboardReviews({ keys }: DashboardReviewsProps) {
  const { t } = useTranslation("reviews");
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(reviewFiguresQuery(workspaceId));
  const library = useLibrary(workspaceId).data?.touchpoints ?? [];
  const rows = keys.flatMap((key) => {
    const touchpoint = library.find((one) => one.key === key);
    const found = data?.touchpoints.find(({ touchpointId }) => touchpointId === touchpoint?.id);
    return touchpoint === undefined || found === undefined ? [] : [{ ...touchpoint, stars: found.stars }];
  });
  if (data === undefined || data.all.n === 0) return null;
  return (
    <Section title={t("measure")} note={t("bias")}>
      <TableScroll label={t("measure")}>
        <table className={table["table"]} data-read>
          <thead>
            <tr>
              <th scope="col">{t("about")}</th>
              <th scope="col">{t("starsShort")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, stars }) => (
              <tr key={id}>
                <td>
                  <Link to="/w/$workspaceId/voice/reviews" params={{ workspaceId }} search={{ touchpoint: id }}>
                    {name}
                  </Link>
                </td>
                <td>
                  <StarsFigure stars={stars} />
                </td>
              </tr>
            ))}
            <tr>
              <td>
                <Link to="/w/$workspaceId/voice/reviews" params={{ workspaceId }} search={{}}>
                  {t("allReviews")}
                </Link>
              </td>
              <td>
                <StarsFigure stars={data.all} />
              </td>
            </tr>
          </tbody>
        </table>
      </TableScroll>
    </Section>
  );
}
