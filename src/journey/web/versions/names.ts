/** What ids stand for in words. */
export interface NameOf {
  touchpoint: (id: string) => string;
  persona: (id: string) => string;
}

interface Named {
  id: string;
  name: string;
}

/** Out of several lists, an earlier one first; empty for what none knows. */
export function namesFrom(lists: readonly { touchpoints: readonly Named[]; personas: readonly Named[] }[]): NameOf {
  const find = (kind: "touchpoints" | "personas") => {
    const known = new Map(lists.toReversed().flatMap((names) => names[kind].map(({ id, name }) => [id, name])));
    return (id: string) => known.get(id) ?? "";
  };
  return { touchpoint: find("touchpoints"), persona: find("personas") };
}
