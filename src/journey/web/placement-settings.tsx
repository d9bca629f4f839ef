import { Button, NumberInput, SegmentedControl, Switch } from "@mantine/core";
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
import { useFormat } from "#ui/use-format.ts";
import { setDetails } from "../edit.ts";
import { type Placement, placementFlags } from "../model.ts";
import type { MapEditor } from "./editor.ts";
import { useMap } from "./map-context.ts";
import classes from "./screen.module.css";

const levels = ["1", "2", "3", "4", "5"];

interface PlacementSettingsProps {
  placement: Placement;
  measure: TouchpointMeasure | undefined;
  name: string;
  /** Who answers for the touchpoint; undefined: nobody is said. */
  team: string | undefined;
  onRemoved: () => void;
}

/** What the map says of a touchpoint at its step: how much it matters, whether all can tip there, the score aimed at. */
export function PlacementSettings({ placement, measure, name, team, onRemoved }: PlacementSettingsProps) {
  const { t } = useTranslation("journey");
  const { editor, remove } = useMap();
  const { id, importance, momentOfTruth, flag } = placement;
  const said = [
    importance === null ? t("importanceUnsaid") : t("importanceSaid", { n: importance }),
    ...(momentOfTruth ? [t("momentOfTruth").toLowerCase()] : []),
    ...(flag === null ? [] : [t(`flag.${flag}`)]),
  ].join(" · ");
  const facts = <Facts placement={placement} measure={measure} team={team} />;
  if (editor === null)
    return (
      <>
        <p className="soft">{said}</p>
        {facts}
      </>
    );
  return (
    <details className={classes["settings"]}>
      <summary>
        {t("settings")} <span className="soft">{said}</span>
      </summary>
      {facts}
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
        <div className={classes["setting"]}>
          <span id="placement-self-score">{t("selfScore")}</span>
          <SegmentedControl
            aria-labelledby="placement-self-score"
            data={[{ value: "", label: "–" }, ...levels.map((value) => ({ value, label: value }))]}
            value={placement.selfScore === null ? "" : String(placement.selfScore)}
            onChange={(value) =>
              editor.change((doc) =>
                setDetails(doc, "placements", id, { selfScore: value === "" ? null : Number(value) }),
              )
            }
          />
        </div>
        <div className={classes["setting"]}>
          <span id="placement-flag">{t("flag")}</span>
          <SegmentedControl
            aria-labelledby="placement-flag"
            data={[
              { value: "", label: "–" },
              ...placementFlags.map((value) => ({ value: value as string, label: t(`flag.${value}`) })),
            ]}
            value={flag ?? ""}
            onChange={(value) =>
              editor.change((doc) =>
                setDetails(doc, "placements", id, { flag: placementFlags.find((known) => known === value) ?? null }),
              )
            }
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

/** Who answers for it, what customers say against what is expected, and what the team says of itself. */
function Facts({ placement, measure, team }: Pick<PlacementSettingsProps, "placement" | "measure" | "team">) {
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
      <dt>{t("team")}</dt>
      <dd>{team ?? t("teamNone")}</dd>
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
