import { VisuallyHidden } from "@mantine/core";
import { Check, Link2, MessageSquareQuote, Repeat2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { evidenceLink, priorityOf } from "../../card-weight.ts";
import type { Card } from "../../model.ts";
import { refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { PersonaDots } from "../personas/persona-dot.tsx";
import { useMapPersonas } from "../personas/use-map-personas.ts";
import classes from "./card.module.css";

const levels = [1, 2, 3, 4, 5] as const;

/** Whether anything is said of a card beside its text. */
export function hasMarks(card: Card): boolean {
  const { severity, frequency, isMet, evidence, tags, personaIds } = card;
  return (
    severity !== null ||
    frequency !== null ||
    isMet !== null ||
    evidence !== "" ||
    priorityOf(card) !== null ||
    tags.length > 0 ||
    personaIds.length > 0
  );
}

/** What is said of a card beside its text, small, in shapes and figures; it opens the details. */
export function CardMarks({ card, people }: { card: Card; people: number | null }) {
  const { t } = useTranslation("card");
  const { openPanel } = useMap();
  const format = useFormat();
  const personas = useMapPersonas().filter(({ id }) => card.personaIds.includes(id));
  const { severity, frequency, isMet, evidence, tags } = card;
  const priority = priorityOf(card);
  const hurt = severity !== null && people !== null ? t("people", { count: people, n: format.number(people) }) : null;
  const said = [
    severity === null ? null : t("severitySaid", { n: severity }),
    frequency === null ? null : t("frequencySaid", { n: frequency }),
    hurt,
    isMet === null ? null : t(isMet ? "met.yes" : "met.no"),
    priority === null ? null : t("prioritySaid", { n: priority }),
    evidence === "" ? null : t("evidenceSaid"),
    ...tags,
    personas.length === 0 ? null : t("personasSaid", { names: personas.map(({ name }) => name).join(", ") }),
  ].filter((each) => each !== null);
  return (
    <button
      type="button"
      className={classes["marks"]}
      tabIndex={-1}
      title={said.join(" · ")}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={() => openPanel("card", refOf("card", card.id))}
    >
      <VisuallyHidden>{t("openDetails", { said: said.join(", ") })}</VisuallyHidden>
      <span aria-hidden>
        {severity !== null && (
          <span className={classes["pips"]}>
            {levels.map((level) => (
              <i key={level} data-filled={level <= severity} />
            ))}
            {severity}/5
          </span>
        )}
        {frequency !== null && (
          <span className={classes["often"]}>
            <Repeat2 size={11} aria-hidden /> {frequency}/5
          </span>
        )}
        {isMet !== null && (
          <span className={classes["met"]} data-met={isMet}>
            {isMet ? <Check size={11} aria-hidden /> : <X size={11} aria-hidden />} {t(isMet ? "met.yes" : "met.no")}
          </span>
        )}
        {priority !== null && <span className={classes["priority"]}>{priority}/25</span>}
        {hurt !== null && <span>{hurt}</span>}
        {evidence !== "" &&
          (evidenceLink(evidence) === null ? (
            <MessageSquareQuote size={12} aria-hidden />
          ) : (
            <Link2 size={12} aria-hidden />
          ))}
        {tags.map((tag) => (
          <span key={tag} className={classes["tag"]}>
            {tag}
          </span>
        ))}
        {personas.length > 0 && <PersonaDots personas={personas} />}
      </span>
    </button>
  );
}
