import { useTranslation } from "react-i18next";
import { isShown, mainScore, useMetricName, useScoreFormat } from "#insight/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import type { LaneKind } from "../../model.ts";
import { toneOf } from "../card-item.tsx";
import { useLaneName } from "../use-lane-name.ts";
import { useScreen } from "../screen-context.ts";
import type { Scene } from "./story.ts";
import classes from "./story.module.css";

/** What the customer says or does is told as such; the rest is listed under the name of its lane. */
const spoken: readonly LaneKind[] = ["think", "ask", "feel"];
const done: readonly LaneKind[] = ["action", "do"];

/** What happens at a step: what is done, thought and met, then what pleases and hurts. */
export function SceneBody({ scene }: { scene: Scene }) {
  const laneName = useLaneName();
  const { meetings } = useTold();
  const met = meetings(scene);
  return (
    <>
      {scene.parts
        .filter(({ lane: { kind } }) => done.includes(kind))
        .flatMap(({ cards }) => cards)
        .map((card) => (
          <p key={card.id}>{card.text}</p>
        ))}
      {met !== "" && <p className={classes["met"]}>{met}</p>}
      {scene.parts
        .filter(({ lane: { kind } }) => spoken.includes(kind))
        .flatMap(({ cards }) => cards)
        .map((card) => (
          <blockquote key={card.id}>{card.text}</blockquote>
        ))}
      <div className={classes["parts"]}>
        {scene.parts
          .filter(({ lane: { kind } }) => !spoken.includes(kind) && !done.includes(kind))
          .map(({ lane, cards }) => (
            <div key={lane.id} data-tone={toneOf(lane.kind)}>
              <h5>{laneName(lane)}</h5>
              <ul>
                {cards.map((card) => (
                  <li key={card.id}>{card.text}</li>
                ))}
              </ul>
            </div>
          ))}
      </div>
    </>
  );
}

/** How the parts of a story are said in the language on screen. */
export function useTold() {
  const { t } = useTranslation("views");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const { figures } = useScreen();
  const mood = (emotion: number) => t(`mood.${Math.round(emotion)}` as "mood.0");
  /** Each touchpoint with its channel and its score: «Conseil en rayon (magasin), CES 5,9 ±0,2, n 412». */
  const meetings = ({ placements }: Scene) => {
    const names = placements.map(({ id, touchpointId }) => {
      const name = figures.touchpoint(touchpointId)?.name ?? t("unnamed");
      const channel = figures.channelOf(touchpointId)?.name;
      const score = mainScore(figures.measures.get(id)?.scores ?? []);
      const figure = isShown(score)
        ? `, ${metricName(score.metric)} ${scores.value(score.metric, score.value)} ±${scores.half(score.metric, score.low, score.high)}, n ${format.number(score.n)}`
        : "";
      return `${name}${channel === undefined ? "" : ` (${channel})`}${figure}`;
    });
    return names.length === 0 ? "" : t("meets", { touchpoints: names.join(" · ") });
  };
  return { mood, meetings };
}
