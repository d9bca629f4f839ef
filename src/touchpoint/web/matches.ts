const plain = (words: string) =>
  words
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Whether a text contains all the words typed, whatever the case and the accents. */
export function matches(text: string, typed: string): boolean {
  const where = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => where.includes(word));
}

/** Those whose own name stands in what is typed first («E-mail» for «Reminder e-mail»), the others in their order. */
export function likeliestFirst<Item extends { name: string }>(items: readonly Item[], typed: string): Item[] {
  const where = plain(typed);
  const isNamed = ({ name }: Item) => where.includes(plain(name));
  return items.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}
