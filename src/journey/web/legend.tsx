import { useTranslation } from "react-i18next";
import classes from "./screen.module.css";

/** What the colours and shapes of the map say. */
export function Legend() {
  const { t } = useTranslation("journey");
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
      <li>
        <span className={classes["legendBand"]} aria-hidden />
        {t("legendBand")}
      </li>
    </ul>
  );
}
