import classes from "../card-item.module.css";

/** Stepping back keeps a text readable: it loses its ground, not its contrast. */
const apart = "background: none; box-shadow: inset 0 0 0 1px var(--line); color: var(--ink-faint);";

/**
 * Lets what is said of other personas step back. One rule of style instead of a state in each of thousands of cards:
 * changing whose map one sees redraws none of them.
 */
export function PersonaLens({ personaId }: { personaId: string }) {
  const others = `.${classes["card"]}[data-personas]:not([data-personas~="${CSS.escape(personaId)}"])`;
  return <style>{`${others} { ${apart} }`}</style>;
}
