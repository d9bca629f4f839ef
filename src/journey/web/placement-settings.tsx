import { Button, NumberInput, SegmentedControl, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type TouchpointMeasure, defaultExpectation, mainScore, useMetricName } from "#insight/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import type { Placement } from "../model.ts";
import { useMap } from "./map-context.ts";
import classes from "./screen.module.css";

const levels = ["1", "2", "3", "4", "5"];

/** What the map says of a touchpoint at its step: how much it matters, whether all can tip there, the score aimed at. */
export function PlacementSettings({ placement, measure, name, onRemoved }: { placement: Placement; measure: TouchpointMeasure | undefined; name: string; onRemoved: () => void }) {
  const { t } = useTranslation("journey");
  const metricName = useMetricName();
  const format = useFormat();
  const { editor, remove } = useMap();
  const { id, importance, momentOfTruth, expectation } = placement;
  const metric = mainScore(measure?.scores ?? [])?.metric;
  const unit = metric === undefined ? "" : ` (${metricName(metric)})`;
  if (editor === null) {
    return (
      <p className="soft">
        {importance === null ? t("importanceUnsaid") : t("importanceSaid", { n: importance })}{momentOfTruth && <> · {t("momentOfTruth")}</>}
      </p>
    );
  }
  return (
    <div className={classes["settings"]} role="group" aria-label={t("settings")}>
      <div className={classes["setting"]}>
        <span id="placement-importance">{t("importance")}</span>
        <SegmentedControl
          aria-labelledby="placement-importance"
          data={[{ value: "", label: "–" }, ...levels.map((value) => ({ value, label: value }))]}
          value={importance === null ? "" : String(importance)}
          onChange={(value) => editor.setImportance(id, value === "" ? null : Number(value))}
        />
      </div>
      <Switch size="xs" label={t("momentOfTruth")} description={t("momentOfTruthWhat")} checked={momentOfTruth} onChange={(event) => editor.setMomentOfTruth(id, event.currentTarget.checked)} />
      <NumberInput
        key={expectation}
        size="xs"
        label={`${t("expectation")}${unit}`}
        placeholder={metric === undefined ? "" : t("expectationDefault", { value: format.number(defaultExpectation[metric]) })}
        defaultValue={expectation ?? ""}
        decimalSeparator={format.number(0.5).charAt(1)}
        hideControls
        onBlur={(event) => {
          const typed = event.currentTarget.value.trim().replace(",", ".").replace("−", "-");
          const value = typed === "" || !Number.isFinite(Number(typed)) ? null : Number(typed);
          if (value !== expectation) editor.setExpectation(id, value);
        }}
      />
      <Button variant="subtle" color="red" size="compact-xs" onClick={() => { remove({ kind: "placement", id }, name); onRemoved(); }}>{t("remove")}</Button>
    </div>
  );
}
