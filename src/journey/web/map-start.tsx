import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { readRef } from "./item.ts";
import { useMap } from "./map-context.ts";

/** A map with nothing on it yet: what it begins with, and the first thing to do. */
export function MapStart() {
  const { t } = useTranslation("journey");
  const { editor, edit, view } = useMap();
  const start = () => {
    const stageId = view.get()?.stages[0]?.id ?? readRef(editor?.addStage(t("firstStage")))?.id;
    if (stageId !== undefined) edit(editor?.addStep(stageId) ?? null);
  };
  return (
    <EmptyState
      title={t("emptyTitle")}
      action={
        editor !== null && (
          // The screen has nothing else to offer.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          <Button autoFocus onClick={start}>
            {t("emptyAction")}
          </Button>
        )
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}
