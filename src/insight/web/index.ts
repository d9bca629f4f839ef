export { bandOf, mainScore, outOfFive, standing } from "../band.ts";
export { FilterPicker } from "./filter-picker.tsx";
export { GapRelief } from "./gap-relief.tsx";
export { MeasureFigure, useMeasureWords } from "./measure-figure.tsx";
export { type Span, beforeLabel, periodLabel, usualPeriod, utcDay } from "./period.ts";
export { PeriodPicker } from "./period-picker.tsx";
export { PriorityList } from "./priority-list.tsx";
export { type MeasureView, facetsQuery, measuredDaysQuery, measuresQuery, rollUpsQuery } from "./queries.ts";
export { type ReliefPoint, reliefOf } from "./relief.ts";
export { type ShownScore, isShown } from "./score-format.ts";
export { ScoreLine } from "./score-line.tsx";
export { SplitPicker } from "./split-picker.tsx";
export { TouchpointPanel } from "./touchpoint-panel.tsx";
export { VolumeFigure } from "./volume-figure.tsx";
export { useScoreFormat } from "./use-score-format.ts";
export { useMetricName } from "./use-metric-name.ts";
export {
  type Figures,
  type JourneyMeasures,
  type JourneyRollUp,
  type Score,
  type TouchpointMeasure,
  defaultExpectation,
} from "../model.ts";
