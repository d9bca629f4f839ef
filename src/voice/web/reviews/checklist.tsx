import { Check, CircleDashed, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ChecklistItem, ReviewPolicy } from "../../reviews/policy.ts";
import classes from "./reviews.module.css";

const signs = { met: Check, toSay: CircleDashed, broken: TriangleAlert } as const;

/** Each obligation of the law: how it stands, and what visitors see of it. */
export function Checklist({ items, policy }: { items: readonly ChecklistItem[]; policy: ReviewPolicy }) {
  const { t } = useTranslation("reviews");
  const said = {
    days: policy.publicationDays ?? "…",
    months: policy.keptMonths ?? "…",
    contact: policy.contact || "…",
  };
  return (
    <ul className={classes["checklist"]}>
      {items.map(({ obligation, state, isByProduct, n }) => {
        const Sign = signs[state];
        return (
          <li key={obligation} data-state={state}>
            <Sign size={16} aria-hidden />
            <div>
              <strong>{t(`obligation.${obligation}`)}</strong>
              <p className="soft">{t(`shown.${obligation}`, said)}</p>
            </div>
            <span className={classes["standing"]}>
              {state === "broken"
                ? t("standing.broken", { count: n })
                : t(`standing.${isByProduct ? "product" : state}`)}
              <small>{t(`article.${obligation}`)}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
