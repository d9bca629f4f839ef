/** A persona as the map tells it apart: a letter, and its place among the five line styles and colours. */
export interface PersonaMark {
  id: string;
  name: string;
  letter: string;
  /** 0–4, in the order of the map. */
  index: number;
}

/** Gives each persona a letter of its own: its initial, else the next letter of its name that is free, else a digit. */
export function personaMarks(personas: readonly { id: string; name: string }[]): PersonaMark[] {
  const taken = new Set<string>();
  return personas.map(({ id, name }, index) => {
    const letters = Array.from(
      name
        .toLocaleUpperCase()
        .normalize("NFD")
        .replace(/[^\p{L}\p{N}]/gu, ""),
    );
    const letter = letters.find((each) => !taken.has(each)) ?? String(index + 1);
    taken.add(letter);
    return { id, name, letter, index };
  });
}
