import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { TouchpointPicker } from "#touchpoint/web/index.ts";
import { useMap } from "./map-context.ts";
import { noPlacements } from "./map-view.ts";
import { useStore } from "./store.ts";
import { Dialog } from "#ui/dialog.tsx";

/** Puts a touchpoint of the library on a step. */
export function PlaceDialog() {
  const { t } = useTranslation("journey");
  const { editor, placing, view } = useMap();
  const stepId = useStore(placing);
  const current = useStore(view);
  const isThere = stepId !== null && current?.steps.some((step) => step.id === stepId) === true;
  return (
    <Dialog opened={isThere} onClose={() => placing.set(null)} title={t("placeTitle")}>
      {isThere && (
        <>
          <Select
            mb="sm"
            label={t("placeStep")}
            allowDeselect={false}
            value={stepId}
            data={current.steps.map(({ id, name }) => ({
              value: id,
              label: name === "" ? t("stepPlaceholder") : name,
            }))}
            onChange={(next) => placing.set(next)}
          />
          <TouchpointPicker
            exclude={(current.placements.get(stepId) ?? noPlacements).map(({ touchpointId }) => touchpointId)}
            onPick={(touchpointId) => {
              editor?.place(stepId, touchpointId);
              placing.set(null);
            }}
          />
        </>
      )}
    </Dialog>
  );
}
