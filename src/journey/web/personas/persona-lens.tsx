import classes from "../map.module.css";

/**
 * Lets what is said of other personas step back. One rule of style instead of a state in each of thousands of cards:
 * changing whose map one sees redraws none of them.
 */
export function PersonaLens({ personaId }: { personaId: string }) {
  const others = `.${classes["card"]}[data-personas]:not([data-personas~="${CSS.escape(personaId)}"])`;
  return <style>{`${others} { opacity: 0.3; }`}</style>;
}
