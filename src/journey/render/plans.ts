import type { Lane } from "../model.ts";
import { planCards } from "./cards.ts";
import { hasSurveyed, planEmotion, planRelief } from "./emotion.ts";
import { planScores, planVolumes } from "./measures.ts";
import { laneName, type LanePlan, type Scene } from "./scene.ts";
import { planTouchpoints } from "./touchpoints.ts";

export interface Planned {
  plan: LanePlan;
  /** Of its cells. */ width: number;
}

/** What is drawn for each lane, in their order; measures are several rows, and none without figures. */
export function plansOf(scene: Scene): Planned[] {
  const { cellWidth, orientation } = scene.options;
  const isDown = orientation === "rows";
  const at = (width: number, plan: (width: number) => LanePlan): Planned => {
    const own = isDown ? width : cellWidth;
    return { plan: plan(own), width: own };
  };
  const cards = (lane: Lane) => at(lane.isCollapsed ? 64 : cellWidth, (width) => planCards(scene, lane, width));
  // Wherever its page is: what was surveyed is drawn with the emotions once.
  const hasEmotions = scene.input.document.lanes.some(({ kind, isHidden }) => kind === "emotion" && !isHidden);
  return scene.lanes.flatMap((lane): Planned[] => {
    const { kind } = lane;
    if (kind === "touchpoint") return [at(Math.max(200, cellWidth), (width) => planTouchpoints(scene, lane, width))];
    if (kind === "emotion") return [at(160, () => planEmotion(scene, lane))];
    if (kind === "interactionLine" || kind === "visibilityLine" || kind === "internalLine") {
      return [at(92, () => planLine(scene, lane))];
    }
    if (kind !== "measure") return [cards(lane)];
    if (scene.input.figures === null || lane.isCollapsed) return [];
    return [
      at(124, (width) => planScores(scene, lane, width)),
      at(112, () => planVolumes(scene, lane)),
      ...(hasEmotions || !hasSurveyed(scene) ? [] : [at(150, () => planRelief(scene, lane))]),
    ];
  });
}

/** A line of a blueprint holds nothing: it divides what stands before it from what stands after. */
function planLine(scene: Scene, lane: Lane): LanePlan {
  return {
    lane,
    name: laneName(scene, lane),
    note: "",
    isLine: true,
    needs: scene.columns.map(() => 0),
    draw: () => [],
  };
}
