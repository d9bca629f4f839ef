import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { painOf, priorityOf } from "../../card-weight.ts";
import type { Card } from "../../model.ts";
import { useMapView, useScreen } from "../screen-context.ts";
import classes from "./card.module.css";

/** What an opportunity's value and effort make of it. */
export function Priority({ card }: { card: Card }) {
  const { t } = useTranslation("card");
  const priority = priorityOf(card);
  return (
    <p className={classes["computed"]}>
      {t("priority")}{" "}
      {priority === null ? (
        <span className="soft">{t("priorityUnsaid")}</span>
      ) : (
        <>
          <strong>{priority} / 25</strong> <small>{t("priorityWhat")}</small>
        </>
      )}
    </p>
  );
}

/** How much a pain weighs by the people who met it, and its rank among those of the map. */
export function PainWeight({ card }: { card: Card }) {
  const { t } = useTranslation("card");
  const format = useFormat();
  const { figures } = useScreen();
  const view = useMapView();
  const people = figures.peopleAt.get(card.stepId) ?? null;
  const pain = painOf(card, people);
  if (pain === null || people === null) return null;
  const all = [...view.cards.values()]
    .flatMap((byStep) => [...byStep.values()].flat())
    .flatMap((other) => painOf(other, figures.peopleAt.get(other.stepId) ?? null) ?? []);
  const rank = all.filter((other) => other > pain).length + 1;
  return (
    <p className={classes["computed"]}>
      {t("weight")}{" "}
      <strong>{t("weightSaid", { weight: format.number(Math.round(pain)), people: format.number(people) })}</strong>{" "}
      <small>
        {t("weightRank", { rank, of: all.length })} · {t("weightWhat")} · {figures.period}
      </small>
    </p>
  );
}
