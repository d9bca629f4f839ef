import { useTranslation } from "react-i18next";
import { useMap } from "./map-context.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** What the colours and shapes of the map say; of emotions and marks only where the map has any. */
export function Legend() {
  const { t } = useTranslation("journey");
  const { view } = useMap();
  const hasEmotion = useStore(
    view,
    (map) => map?.lanes.some(({ kind, isHidden }) => kind === "emotion" && !isHidden) === true,
  );
  const hasTarget = useStore(view, (map) => map?.emotions.some(({ state }) => state === "target") === true);
  const hasBreak = useStore(view, (map) => map?.links.some(({ kind }) => kind === "break") === true);
  return (
    <ul className={classes["legend"]} aria-label={t("legend")}>
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
      <li>
        <i data-band="unknown" />
        {t("legendUnknown")}
      </li>
      <li>
        <span aria-hidden>◇</span> {t("legendTruth")}
      </li>
      {hasBreak && (
        <li>
          <span className={classes["legendBreak"]} aria-hidden>
            \\
          </span>{" "}
          {t("link.break")}
        </li>
      )}
      <li>
        <span className={classes["legendBand"]} aria-hidden />
        {t("legendBand")}
      </li>
      {hasEmotion && (
        <li>
          <span className={classes["legendLine"]} data-kind="lived" aria-hidden />
          {t("legendAssumed")}
        </li>
      )}
      {hasEmotion && hasTarget && (
        <li>
          <span className={classes["legendLine"]} data-kind="target" aria-hidden />
          {t("legendTarget")}
        </li>
      )}
    </ul>
  );
}
