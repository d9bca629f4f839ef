import { Button, NumberInput, SegmentedControl, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type TouchpointMeasure, defaultExpectation, mainScore, useMetricName } from "#insight/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import type { Placement } from "../model.ts";
import type { MapEditor } from "./editor.ts";
import { useMap } from "./map-context.ts";
import classes from "./screen.module.css";

const levels = ["1", "2", "3", "4", "5"];

interface PlacementSettingsProps {
  placement: Placement;
  measure: TouchpointMeasure | undefined;
  name: string;
  onRemoved: () => void;
}

/** What the map says of a touchpoint at its step: how much it matters, whether all can tip there, the score aimed at. */
export function PlacementSettings({ placement, measure, name, onRemoved }: PlacementSettingsProps) {
  const { t } = useTranslation("journey");
  const { editor, remove } = useMap();
  const { id, importance, momentOfTruth } = placement;
  const said = [
    importance === null ? t("importanceUnsaid") : t("importanceSaid", { n: importance }),
    ...(momentOfTruth ? [t("momentOfTruth").toLowerCase()] : []),
  ].join(" · ");
  if (editor === null) return <p className="soft">{said}</p>;
  return (
    <details className={classes["settings"]}>
      <summary>
        {t("settings")} <span className="soft">{said}</span>
      </summary>
      <div className={classes["fields"]}>
        <div className={classes["setting"]}>
          <span id="placement-importance">{t("importance")}</span>
          <SegmentedControl
            aria-labelledby="placement-importance"
            data={[{ value: "", label: "–" }, ...levels.map((value) => ({ value, label: value }))]}
            value={importance === null ? "" : String(importance)}
            onChange={(value) => editor.setImportance(id, value === "" ? null : Number(value))}
          />
        </div>
        <Expectation placement={placement} measure={measure} editor={editor} />
        <Switch
          size="xs"
          label={t("momentOfTruth")}
          description={t("momentOfTruthWhat")}
          checked={momentOfTruth}
          onChange={(event) => editor.setMomentOfTruth(id, event.currentTarget.checked)}
        />
        <Button
          variant="subtle"
          color="red"
          size="compact-xs"
          onClick={() => {
            remove({ kind: "placement", id }, name);
            onRemoved();
          }}
        >
          {t("remove")}
        </Button>
      </div>
    </details>
  );
}

function Expectation({
  placement,
  measure,
  editor,
}: Pick<PlacementSettingsProps, "placement" | "measure"> & { editor: MapEditor }) {
  const { t } = useTranslation("journey");
  const format = useFormat();
  const metricName = useMetricName();
  const { id, expectation } = placement;
  const metric = mainScore(measure?.scores ?? [])?.metric;
  return (
    <NumberInput
      key={expectation}
      size="xs"
      label={metric === undefined ? t("expectation") : `${t("expectation")} (${metricName(metric)})`}
      placeholder={
        metric === undefined ? "" : t("expectationDefault", { value: format.number(defaultExpectation[metric]) })
      }
      defaultValue={expectation ?? ""}
      decimalSeparator={format.number(0.5).charAt(1)}
      hideControls
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim().replace(",", ".").replace("−", "-");
        const value = typed === "" || !Number.isFinite(Number(typed)) ? null : Number(typed);
        if (value !== expectation) editor.setExpectation(id, value);
      }}
    />
  );
}
