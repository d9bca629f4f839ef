import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import lists from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import { reviewStates, type ReviewState } from "../../reviews/collected.ts";
import { DecisionRow } from "./decision-row.tsx";
import { collectedQuery } from "./queries.ts";
import classes from "./reviews.module.css";

/** Reviews that authors agreed to have published: those that wait to be read, and what became of the others. */
export function DecisionList() {
  const { t } = useTranslation("reviews");
  const { id: workspaceId } = useWorkspace();
  const [state, setState] = useState<ReviewState>("waiting");
  const { data, error, refetch } = useQuery(collectedQuery(workspaceId, state));
  if (data === undefined)
    return error === null ? <Loading /> : <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <div className={classes["list"]}>
      <SegmentedControl
        size="xs"
        aria-label={t("states")}
        value={state}
        data={reviewStates.map((value) => ({ value, label: `${t(`state.${value}`)} · ${data.counts[value]}` }))}
        onChange={setState}
      />
      <p className="soft">{t("decideNote")}</p>
      {data.reviews.length === 0 ? (
        <p className="soft">{t(state === "waiting" ? "nothingWaits" : "none")}</p>
      ) : (
        <ul className={lists["list"]} aria-label={t("view.decide")}>
          {data.reviews.map((review) => (
            <DecisionRow key={review.id} review={review} />
          ))}
        </ul>
      )}
    </div>
  );
}
