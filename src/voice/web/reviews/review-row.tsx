import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Review } from "../../reviews/model.ts";
import { ReviewWords } from "./review-words.tsx";
import classes from "./reviews.module.css";

interface ReviewRowProps {
  review: Review;
  touchpoints: readonly { id: string; name: string }[];
  /** Null for those who may not. */
  onPlace: ((touchpointId: string | null) => void) | null;
}

/** One public review as it stands at its source, and what it is about. */
export function ReviewRow({ review, touchpoints, onPlace }: ReviewRowProps) {
  const { t } = useTranslation("reviews");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { touchpointId, experiencedOn, publishedAt, url, reply } = review;
  const place = touchpoints.find(({ id }) => id === touchpointId)?.name;
  const told = [
    review.author || t("nameless"),
    t("publishedOn", { day: format.date(publishedAt, timeZone) }),
    ...(experiencedOn === null ? [] : [t("experiencedOn", { day: format.date(experiencedOn) })]),
  ];
  return (
    <li className={classes["review"]}>
      <div>
        <ReviewWords rating={review.rating} title={review.title} text={review.text} language={review.language} />
        <p className={classes["told"]}>
          {url === null ? (
            <span>{t(`source.${review.source}`)}</span>
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {t(`source.${review.source}`)}
            </a>
          )}
          <span>{told.join(" · ")}</span>
        </p>
        {reply !== "" && (
          <blockquote className={classes["reply"]} dir="auto">
            <b>{t("reply")}</b> {reply}
          </blockquote>
        )}
      </div>
      <div className={classes["place"]}>
        {onPlace === null ? (
          <span className="soft">{place ?? t("noPlace")}</span>
        ) : (
          <Select
            size="xs"
            aria-label={t("about")}
            placeholder={t("noPlace")}
            searchable
            clearable
            value={touchpointId}
            data={touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onPlace}
          />
        )}
        <small className="soft">
          {t(review.isPlacedByHand ? "placedByHand" : review.source === "own" ? "placedBySurvey" : "placedByWords")}
        </small>
      </div>
    </li>
  );
}
