import type { PersonaMark } from "../../persona-marks.ts";
import classes from "./personas.module.css";

/** A persona's letter on its colour; whoever shows it alone says the name beside. */
export function PersonaDot({ persona }: { persona: PersonaMark }) {
  return (
    <span className={classes["dot"]} data-series={persona.index + 1} aria-hidden>
      {persona.letter}
    </span>
  );
}

/** Several beside one another. */
export function PersonaDots({ personas }: { personas: readonly PersonaMark[] }) {
  return (
    <span className={classes["dots"]}>
      {personas.map((persona) => (
        <PersonaDot key={persona.id} persona={persona} />
      ))}
    </span>
  );
}
