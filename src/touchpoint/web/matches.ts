/** Whether a text contains all the words typed, whatever the case and the accents. */
export function matches(text: string, typed: string): boolean {
  const plain = (words: string) =>
    words
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase();
  const where = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
