import { Button, Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { ErrorNote, ErrorState } from "#ui/error-state.tsx";
import lists from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { type ReviewFilter, reviewSources } from "../../reviews/model.ts";
import { reviewsQuery, usePlaceReview } from "./queries.ts";
import { ReviewRow } from "./review-row.tsx";
import classes from "./reviews.module.css";

interface ReviewListProps {
  filter: ReviewFilter;
  onChange: (part: ReviewFilter) => void;
}

/** Public reviews of a filter, the latest first; each can be said to be about another touchpoint. */
export function ReviewList({ filter, onChange }: ReviewListProps) {
  const { t } = useTranslation("reviews");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("review:edit");
  const list = useInfiniteQuery(reviewsQuery(workspaceId, filter));
  const touchpoints = useLibrary(workspaceId).data?.touchpoints ?? [];
  const place = usePlaceReview(workspaceId);
  const reviews = list.data?.pages.flatMap((page) => page.reviews);
  return (
    <div className={classes["list"]}>
      <search className={classes["filters"]}>
        <Select
          aria-label={t("sourceLabel")}
          placeholder={t("everySource")}
          clearable
          value={filter.source ?? null}
          data={reviewSources.map((source) => ({ value: source, label: t(`source.${source}`) }))}
          onChange={(value) => onChange({ source: reviewSources.find((source) => source === value) })}
        />
        <Select
          aria-label={t("ratingLabel")}
          placeholder={t("everyRating")}
          clearable
          value={filter.rating === undefined ? null : String(filter.rating)}
          data={[5, 4, 3, 2, 1].map((rating) => ({ value: String(rating), label: `${rating} ★` }))}
          onChange={(value) => onChange({ rating: value === null ? undefined : Number(value) })}
        />
        <Select
          aria-label={t("about")}
          placeholder={t("everyPlace")}
          searchable
          clearable
          value={filter.touchpoint ?? null}
          data={[
            { value: "none", label: t("noPlace") },
            ...touchpoints.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onChange({ touchpoint: value ?? undefined })}
        />
      </search>
      <ErrorNote error={place.error} />
      {list.isPending && <Loading />}
      {list.isError && reviews === undefined && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {reviews?.length === 0 && <p className="soft">{t("none")}</p>}
      {reviews !== undefined && reviews.length > 0 && (
        <ul className={lists["list"]} aria-label={t("reviews")} data-stale={list.isPlaceholderData}>
          {reviews.map((review) => (
            <ReviewRow
              key={review.id}
              review={review}
              touchpoints={touchpoints}
              onPlace={mayEdit ? (touchpointId) => place.mutate({ reviewId: review.id, touchpointId }) : null}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
