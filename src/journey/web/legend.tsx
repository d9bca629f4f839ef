import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { signsOf } from "./legend-signs.ts";
import { useMap } from "./map-context.ts";
import { useScreen } from "./screen-context.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** What the colours and shapes of this map say. */
export function Legend() {
  const { t } = useTranslation("journey");
  const signs = useSigns();
  return (
    <ul className={classes["legend"]} aria-label={t("legend")}>
      {signs.has("bands") && (
        <>
          <li>
            <i data-band="-2" />
            <i data-band="-1" />
            {t("legendBelow")}
          </li>
          <li>
            <i data-band="0" />
            {t("legendAt")}
          </li>
          <li>
            <i data-band="1" />
            <i data-band="2" />
            {t("legendAbove")}
          </li>
        </>
      )}
      {signs.has("unknown") && (
        <li>
          <i data-band="unknown" />
          {t("legendUnknown")}
        </li>
      )}
      {signs.has("truth") && (
        <li>
          <span aria-hidden>◇</span> {t("legendTruth")}
        </li>
      )}
      {signs.has("break") && (
        <li>
          <span className={classes["legendBreak"]} aria-hidden>
            \\
          </span>{" "}
          {t("link.break")}
        </li>
      )}
      {signs.has("curve") && (
        <li>
          <span className={classes["legendBand"]} aria-hidden />
          {t("legendBand")}
        </li>
      )}
      {signs.has("assumed") && (
        <li>
          <span className={classes["legendLine"]} data-kind="lived" aria-hidden />
          {t("legendAssumed")}
        </li>
      )}
      {signs.has("target") && (
        <li>
          <span className={classes["legendLine"]} data-kind="target" aria-hidden />
          {t("legendTarget")}
        </li>
      )}
    </ul>
  );
}

/** Read part by part: a key in a card changes none of them. */
function useSigns() {
  const { view } = useMap();
  const { figures } = useScreen();
  const lanes = useStore(view, (map) => map?.lanes);
  const placements = useStore(view, (map) => map?.placements);
  const links = useStore(view, (map) => map?.links);
  const emotions = useStore(view, (map) => map?.emotions);
  return useMemo(
    () =>
      signsOf(
        { lanes: lanes ?? [], placements: placements ?? new Map(), links: links ?? [], emotions: emotions ?? [] },
        figures.measures,
      ),
    [lanes, placements, links, emotions, figures.measures],
  );
}
