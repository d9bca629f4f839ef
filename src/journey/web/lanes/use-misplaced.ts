import { useTranslation } from "react-i18next";
import { misplacedLanes } from "../../blueprint.ts";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";

/** Why a lane is out of place in its blueprint, in words; null when it is not. */
export function useMisplaced(laneId: string): string | null {
  const { t } = useTranslation("lanes");
  const { t: journey } = useTranslation("journey");
  const { view } = useMap();
  // As one word, so that the head is redrawn only when the reason changes.
  const reason = useStore(view, (current) => {
    const found = misplacedLanes(current?.lanes ?? []).find((each) => each.laneId === laneId);
    return found === undefined ? null : (`${found.should} ${found.line}` as const);
  });
  if (reason === null) return null;
  const [should, line] = reason.split(" ") as ["above" | "below", "interactionLine"];
  return t(`wrong.${should}`, { line: journey(`lane.${line}`) });
}
