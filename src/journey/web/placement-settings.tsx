import { Button, NumberInput, SegmentedControl, Switch } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import {
  type TouchpointMeasure,
  defaultExpectation,
  isShown,
  mainScore,
  outOfFive,
  useMetricName,
  useScoreFormat,
} from "#insight/web/index.ts";
import { type Touchpoint, TouchpointFacts } from "#touchpoint/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import { setDetails } from "../edit.ts";
import type { DetailsOf } from "../fields.ts";
import { type Placement, placementFlags } from "../model.ts";
import type { MapEditor } from "./editor.ts";
import { useMap } from "./map-context.ts";
import classes from "./screen.module.css";

const levels = [1, 2, 3, 4, 5];

interface PlacementSettingsProps {
  placement: Placement;
  measure: TouchpointMeasure | undefined;
  touchpoint: Touchpoint;
  onRemoved: () => void;
}

/** What the map says of a touchpoint at its step: how much it matters, whether all can tip there, the score aimed at. */
export function PlacementSettings({ placement, measure, touchpoint, onRemoved }: PlacementSettingsProps) {
  const { t } = useTranslation("journey");
  const { editor, remove } = useMap();
  const { id, importance, selfScore, momentOfTruth, flag } = placement;
  const said = [
    importance === null ? t("importanceUnsaid") : t("importanceSaid", { n: importance }),
    ...(momentOfTruth ? [t("momentOfTruth").toLowerCase()] : []),
    ...(flag === null ? [] : [t(`flag.${flag}`)]),
  ].join(" · ");
  const facts = <Facts placement={placement} measure={measure} touchpoint={touchpoint} />;
  if (editor === null)
    return (
      <>
        <p className="soft">{said}</p>
        {facts}
      </>
    );
  const set = (details: DetailsOf<"placements">) => editor.change((doc) => setDetails(doc, "placements", id, details));
  return (
    <details className={classes["settings"]}>
      <summary>
        {t("settings")} <span className="soft">{said}</span>
      </summary>
      {facts}
      <div className={classes["fields"]}>
        <Choice
          label={t("importance")}
          value={importance}
          options={levels}
          onChoose={(level) => editor.setImportance(id, level)}
        />
        <Choice
          label={t("selfScore")}
          value={selfScore}
          options={levels}
          onChoose={(level) => set({ selfScore: level })}
        />
        <Choice
          label={t("flag")}
          value={flag}
          options={placementFlags}
          nameOf={(each) => t(`flag.${each}`)}
          onChoose={(chosen) => set({ flag: chosen })}
        />
        <Expectation placement={placement} measure={measure} editor={editor} />
        <Switch
          className={classes["wholeRow"] ?? ""}
          size="xs"
          label={t("momentOfTruth")}
          description={t("momentOfTruthWhat")}
          checked={momentOfTruth}
          onChange={(event) => editor.setMomentOfTruth(id, event.currentTarget.checked)}
        />
        <Button
          className={classes["wholeRow"] ?? ""}
          variant="subtle"
          color="red"
          size="compact-xs"
          justify="start"
          px={0}
          onClick={() => {
            remove({ kind: "placement", id }, touchpoint.name);
            onRemoved();
          }}
        >
          {t("remove")}
        </Button>
      </div>
    </details>
  );
}

interface ChoiceProps<Value extends string | number> {
  label: string;
  value: Value | null;
  options: readonly Value[];
  nameOf?: (value: Value) => string;
  onChoose: (value: Value | null) => void;
}

/** One of a few, or nothing said. */
function Choice<Value extends string | number>({
  label,
  value,
  options,
  nameOf = String,
  onChoose,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className={classes["setting"]}>
      <span id={id}>{label}</span>
      <SegmentedControl
        aria-labelledby={id}
        data={[{ value: "", label: "–" }, ...options.map((each) => ({ value: String(each), label: nameOf(each) }))]}
        value={value === null ? "" : String(value)}
        onChange={(chosen) => onChoose(options.find((each) => String(each) === chosen) ?? null)}
      />
    </div>
  );
}

/** Its channel and who answers for it, what customers say against what is expected, and what the team says of itself. */
function Facts({ placement, measure, touchpoint }: Omit<PlacementSettingsProps, "onRemoved">) {
  const { t } = useTranslation("journey");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const score = mainScore(measure?.scores ?? []);
  const { selfScore } = placement;
  const shown = isShown(score) ? score : null;
  const expectation = shown === null ? 0 : (placement.expectation ?? defaultExpectation[shown.metric]);
  const measured = shown === null ? null : outOfFive(shown.metric, shown.value);
  return (
    <dl className={classes["facts"]}>
      <TouchpointFacts touchpoint={touchpoint} />
      {shown !== null && (
        <>
          <dt>{t("relief")}</dt>
          <dd>
            {t("gapMeasured", {
              metric: metricName(shown.metric),
              value: scores.value(shown.metric, shown.value),
              expectation: scores.value(shown.metric, expectation),
              gap: scores.difference(shown.metric, shown.value - expectation),
            })}
          </dd>
        </>
      )}
      {selfScore !== null && (
        <>
          <dt>{t("selfScore")}</dt>
          <dd>
            {t("selfScoreSaid", { n: selfScore })} ·{" "}
            {measured === null
              ? t("selfScoreAlone")
              : t("selfScoreGap", {
                  measured: format.number(measured, 1),
                  gap: format.signed(selfScore - measured, 1),
                })}
          </dd>
        </>
      )}
    </dl>
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
