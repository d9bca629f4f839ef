import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "#workspace/web/index.ts";
import { reviewFiguresQuery } from "./queries.ts";
import classes from "./reviews.module.css";
import { StarsFigure } from "./stars-figure.tsx";

/** What public reviews give a touchpoint, beside its own figures; nothing where there are none. */
export function TouchpointReviews({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation("reviews");
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(reviewFiguresQuery(workspaceId, { touchpoint: touchpointId }));
  if (data === undefined || data.all.n === 0) return null;
  return (
    <section className={classes["beside"]} aria-labelledby="touchpoint-reviews">
      <h3 id="touchpoint-reviews">
        <Link to="/w/$workspaceId/voice/reviews" params={{ workspaceId }} search={{ touchpoint: touchpointId }}>
          {t("measure")}
        </Link>
      </h3>
      <StarsFigure stars={data.all} />
      <p className="soft">{[...data.sources.map(({ source }) => t(`source.${source}`)), t("biasShort")].join(" · ")}</p>
    </section>
  );
}
