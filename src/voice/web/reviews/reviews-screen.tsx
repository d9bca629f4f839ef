import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileUp, Star } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { ReviewFilter } from "../../reviews/model.ts";
import { VoicePage } from "../voice-page.tsx";
import { DecisionList } from "./decision-list.tsx";
import { DisplayView } from "./display-view.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { ImportList } from "./import-list.tsx";
import { reviewFiguresQuery } from "./queries.ts";
import { ReviewList } from "./review-list.tsx";
import classes from "./reviews.module.css";

const views = ["reviews", "decide", "display"] as const;
type View = (typeof views)[number];

/** What customers say in public: all of it, what is to be published, and how it is shown. */
export function ReviewsScreen() {
  const { t } = useTranslation("reviews");
  const mayEdit = useMay("review:edit");
  const navigate = useNavigate();
  const { view = "reviews", ...filter }: ReviewFilter & { view?: View } = useSearch({ strict: false });
  const [isImporting, setIsImporting] = useState(false);
  const start = mayEdit && (
    <Button leftSection={<FileUp size={16} aria-hidden />} onClick={() => setIsImporting(true)}>
      {t("import")}
    </Button>
  );
  return (
    <VoicePage title={t("reviews")} actions={start}>
      <SegmentedControl
        className={classes["views"] ?? ""}
        aria-label={t("views")}
        value={view}
        data={views
          .filter((each) => each !== "decide" || mayEdit)
          .map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(next) => void navigate({ to: ".", search: next === "reviews" ? {} : { view: next } })}
      />
      {view === "decide" && mayEdit ? (
        <DecisionList />
      ) : view === "display" ? (
        <DisplayView />
      ) : (
        <PublicReviews
          filter={filter}
          start={start}
          onChange={(part) => void navigate({ to: ".", search: { ...filter, ...part }, replace: true })}
        />
      )}
      {isImporting && <ImportDialog onClose={() => setIsImporting(false)} />}
    </VoicePage>
  );
}

interface PublicReviewsProps {
  filter: ReviewFilter;
  start: ReactNode;
  onChange: (part: ReviewFilter) => void;
}

/** Every review with its stars beside, never among, what surveys measure. */
function PublicReviews({ filter, start, onChange }: PublicReviewsProps) {
  const { t } = useTranslation("reviews");
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useMay("review:edit");
  const { data, error, refetch } = useQuery(reviewFiguresQuery(workspaceId));
  if (data === undefined)
    return error === null ? <Loading /> : <ErrorState error={error} retry={() => void refetch()} />;
  if (data.all.n === 0)
    return (
      <EmptyState title={t("empty.title")} picture={<Star size={40} strokeWidth={1.2} />} action={start}>
        {t("empty.text")}
      </EmptyState>
    );
  return (
    <div className={classes["screen"]}>
      <ReviewList filter={filter} onChange={onChange} />
      <aside className={classes["aside"]} aria-label={t("measure")}>
        <FiguresCard filter={filter} />
        {mayEdit && <ImportList />}
      </aside>
    </div>
  );
}
