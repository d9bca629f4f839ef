/** What a browser keeps of a survey once somebody has touched it. */
interface Kept {
  /** When it was last answered or closed, milliseconds since 1970. */
  at: number;
  /** An answer that is still on its way, as it is posted. */
  waiting?: string;
}

export interface Memory {
  read(): Kept | null;
  keep(kept: Kept): void;
}

/** The local storage of the site, or nothing at all where that is not wanted or not to be had. */
export function memoryOf(token: string, mayStore: boolean): Memory {
  const key = `parcours:${token}`;
  return {
    read() {
      try {
        return mayStore ? (JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null) : null;
      } catch {
        return null;
      }
    },
    keep(kept) {
      try {
        if (mayStore) localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // A browser that keeps nothing asks again: no more than that.
      }
    },
  };
}
