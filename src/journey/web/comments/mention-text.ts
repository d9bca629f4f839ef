/** Somebody who can be mentioned. */
export interface Named {
  userId: string;
  name: string;
}

/** A mention that is being written: where its `@` stands and what follows it up to the caret. */
export interface Draft {
  at: number;
  query: string;
}

/** The longest that somebody types before they pick a name. */
const longestQuery = 40;

/** The mention being written at a place in a text, null when there is none. */
export function draftAt(text: string, caret: number): Draft | null {
  const at = text.lastIndexOf("@", caret - 1);
  if (at === -1 || caret - at > longestQuery) return null;
  const query = text.slice(at + 1, caret);
  return (at === 0 || /[\s(«"']/.test(text[at - 1] ?? "")) && !/[\n@]/.test(query) ? { at, query } : null;
}

/** Those one of whose names begins with what was typed, whatever its case and accents. */
export function matching<Person extends Named>(people: readonly Person[], query: string): Person[] {
  const wanted = plain(query);
  return people.filter(({ name }) => plain(name).startsWith(wanted) || plain(name).includes(` ${wanted}`));
}

/** The text with a name in the place of what was typed, and where the caret goes on. */
export function complete(text: string, { at, query }: Draft, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(at + 1 + query.length).trimStart(), caret: before.length };
}

/** Whose `@name` stands in a text, each once. A name in which another one begins is only the longer one. */
export function mentionsIn(text: string, people: readonly Named[]): string[] {
  const found = new Set(partsOf(text, people).flatMap(({ userId }) => (userId === null ? [] : [userId])));
  return [...found];
}

/** A text cut at the mentions in it. */
export function partsOf(text: string, people: readonly Named[]): { text: string; userId: string | null }[] {
  const byLength = people
    .filter(({ name }) => name !== "")
    .toSorted((one, other) => other.name.length - one.name.length);
  const parts: { text: string; userId: string | null }[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const person = byLength.find(({ name }) => text.startsWith(name, at + 1) && !continues(text, at + 1 + name.length));
    if (person === undefined) continue;
    if (at > from) parts.push({ text: text.slice(from, at), userId: null });
    from = at + 1 + person.name.length;
    parts.push({ text: text.slice(at, from), userId: person.userId });
  }
  return from < text.length ? [...parts, { text: text.slice(from), userId: null }] : parts;
}

/** Whether a word goes on there. */
function continues(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? "");
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
