import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { readRef } from "./item.ts";
import { useMap } from "./map-context.ts";

/** A map with nothing on it yet: what it begins with, and the first thing to do. */
export function MapStart() {
  const { t } = useTranslation("journey");
  const { editor, edit } = useMap();
  const start = () => {
    const stage = readRef(editor?.addStage(t("firstStage")));
    if (stage !== null) edit(editor?.addStep(stage.id) ?? null);
  };
  return (
    <EmptyState title={t("emptyTitle")} action={editor !== null && <Button onClick={start}>{t("emptyAction")}</Button>}>
      {t("emptyText")}
    </EmptyState>
  );
}
