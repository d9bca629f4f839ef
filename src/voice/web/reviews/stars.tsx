import { useTranslation } from "react-i18next";
import classes from "./reviews.module.css";

/** Whole stars out of five, drawn and said. */
export function Stars({ rating }: { rating: number }) {
  const { t } = useTranslation("reviews");
  return (
    <span className={classes["stars"]} role="img" aria-label={t("outOfFive", { rating })}>
      {"★".repeat(rating)}
      <i>{"★".repeat(5 - rating)}</i>
    </span>
  );
}
