import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "#ui/form-dialog.tsx";
import type { Highlight, HighlightFacts } from "../../interviews/model.ts";
import { HighlightFields } from "./highlight-fields.tsx";
import { useHighlightDeeds, useJourneys } from "./queries.ts";

/** Says anew what a highlight is. */
export function EditHighlight({ of, onClose }: { of: Highlight; onClose: () => void }) {
  const { t } = useTranslation("interviews");
  const { kind, note, tags, step, touchpointId } = of;
  const [facts, setFacts] = useState<HighlightFacts>({ kind, note, tags, step, touchpointId });
  const journeys = useJourneys();
  const { change } = useHighlightDeeds(of.id, onClose);
  return (
    <FormDialog
      title={t("highlight")}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate(facts)}
      onClose={onClose}
    >
      <HighlightFields
        facts={facts}
        firstJourney={journeys.data?.[0]?.id ?? null}
        onChange={(part) => setFacts({ ...facts, ...part })}
      />
    </FormDialog>
  );
}
