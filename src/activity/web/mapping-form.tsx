import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Import, Mapping } from "../model.ts";
import { FileCard } from "./file-card.tsx";
import { JoinsCard } from "./joins-card.tsx";
import { JourneyCard } from "./journey-card.tsx";
import classes from "./mapping-form.module.css";
import { PeopleCard } from "./people-card.tsx";
import { PropertiesCard } from "./properties-card.tsx";
import { type Proposal, mappingOf } from "./queries.ts";
import { RecordsCard } from "./records-card.tsx";

/** What every part of the form is given: the mapping, the files it is about, and the way to change it. */
export interface MappingPart {
  one: Import;
  proposal: Proposal;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** A mapping in words: what a row is, whose it is, where it shows; from what must be right to what may be left alone. */
export function MappingForm(part: MappingPart) {
  const { t } = useTranslation("activity");
  // A mapping that was given is not a guess.
  const doubts = mappingOf(part.one) === null ? [...new Set(part.proposal.doubts.map(({ code }) => code))] : [];
  return (
    <>
      {doubts.length > 0 && (
        <ul className={classes["doubts"]}>
          {doubts.map((code) => (
            <li key={code}>
              <TriangleAlert size={14} aria-hidden /> <span>{t(`doubt.${code}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <RecordsCard {...part} />
      <PeopleCard {...part} />
      <JourneyCard {...part} />
      <PropertiesCard {...part} />
      {Object.keys(part.mapping.files).length > 1 && <JoinsCard {...part} />}
      {Object.keys(part.mapping.files).map((alias) => (
        <FileCard key={alias} alias={alias} {...part} />
      ))}
    </>
  );
}
